import { personId } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import { attempt } from "@/lib/errors";
import { spend } from "@/lib/limits/limits";
import { readPersonalData } from "@/lib/personal-data/queries";

/** Everything the platform holds about whoever is signed in, as a file. */
export async function GET() {
  const actor = await currentActor();
  const id = personId(actor);
  if (!id) return new Response(null, { status: 401 });
  const allowed = await attempt(() => spend("act_person", id));
  if (!allowed.ok) return new Response(null, { status: 429 });
  const now = new Date();
  const data = { madeAt: now, ...(await readPersonalData(actor)) };
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="ndreqe-popravi-${now.toISOString().slice(0, 10)}.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
