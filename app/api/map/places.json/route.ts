import { cachedJson } from "@/lib/map/answer";
import { listMapPlaces } from "@/lib/map/base";

export const dynamic = "force-dynamic";

/** Place names, for a map whose images don't load. */
export async function GET(request: Request) {
  return cachedJson(request, await listMapPlaces(), 3600, 86_400);
}
