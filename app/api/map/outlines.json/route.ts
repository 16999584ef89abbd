import { cachedJson } from "@/lib/map/answer";
import { listAreas } from "@/lib/map/base";

export const dynamic = "force-dynamic";

/** Outlines, names and seats of the municipalities. */
export async function GET(request: Request) {
  return cachedJson(request, await listAreas(), 3600, 86_400);
}
