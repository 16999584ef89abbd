import { newChallenge } from "@/lib/limits/proof";

export const dynamic = "force-dynamic";

/** A sum for a device that is about to send a report without an e-mail. */
export async function GET() {
  return Response.json(await newChallenge(), { headers: { "cache-control": "no-store" } });
}
