import { currentActor, requestIp } from "@/lib/accounts/session";
import { addQueuedPhoto } from "@/lib/reports/queue-commands";
import { answerOf, queueKeyOf } from "@/lib/reports/queue-request";

type Context = { params: Promise<{ id: string }> };

/** Takes a photo of a report that waited on a device; the body is the file. Sending it again changes nothing. */
export async function POST(request: Request, { params }: Context) {
  const key = queueKeyOf(request, (await params).id);
  if (!key) return answerOf(null);
  const bytes = Buffer.from(await request.arrayBuffer());
  return answerOf(await addQueuedPhoto(await currentActor(), key, bytes, await requestIp()));
}
