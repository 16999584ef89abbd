import { currentActor, requestIp } from "@/lib/accounts/session";
import { describeLocated } from "@/lib/municipalities/describe";
import { listMunicipalities, locatePosition } from "@/lib/municipalities/queries";
import { fileQueued } from "@/lib/reports/queue-commands";
import { answerOf, queueKeyOf } from "@/lib/reports/queue-request";
import { type QueuedReport, queuedReportSchema } from "@/lib/reports/queue-schema";

type Context = { params: Promise<{ id: string }> };

/** Where the place lies, in words, and the municipalities to choose from: for a report whose place was refused. */
async function placeOf({ data: { lat, lon }, locale }: QueuedReport) {
  if (lat === undefined || lon === undefined) return {};
  return { place: describeLocated(await locatePosition({ lat, lon }), await listMunicipalities(), locale) };
}

/** Files a report that waited on a device, once, however often it is sent. Its photos were sent before. */
export async function POST(request: Request, { params }: Context) {
  const key = queueKeyOf(request, (await params).id);
  const entry = queuedReportSchema.safeParse(await request.json().catch(() => null));
  if (!key || !entry.success) return answerOf(null);
  const result = await fileQueued(await currentActor(), key, entry.data, await requestIp());
  return answerOf(result, !result.ok && result.fields?.place ? await placeOf(entry.data) : {});
}
