import { cachedJson } from "@/lib/map/answer";
import { findMapTile } from "@/lib/map/queries";
import { parseTile } from "@/lib/map/schema";
import { readFilter } from "@/lib/reports/schema";

type Params = { params: Promise<{ z: string; x: string; y: string }> };

/** Reports in a tile of the map, filtered as the list is. */
export async function GET(request: Request, { params }: Params) {
  const { z, x, y } = await params;
  const tile = parseTile(z, x, y);
  if (tile === "malformed") return Response.json({ error: "malformed tile address" }, { status: 400 });
  if (tile === "nowhere") return Response.json({ error: "no such tile" }, { status: 404 });
  const filter = readFilter(new URL(request.url).searchParams);
  return cachedJson(request, await findMapTile(tile, filter), 30, 300);
}
