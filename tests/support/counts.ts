import { db } from "@/lib/db/client";

/** Cells that differ from what counting the public reports gives, counted without the functions the trigger uses. */
export const miscounted = () => db().$queryRaw<unknown[]>`
  with counted as (
    select z::smallint as zoom, map_key >> (2 * (20 - z)) as key, category, municipality_id, status, dormant,
      count(*)::int as count, sum(lat) as lat, sum(lon) as lon
    from report, unnest(array[8, 10, 12, 14, 16, 18, 20]) as z, unnest(array['*', category_id]) as category
    where is_public group by 1, 2, 3, 4, 5, 6),
  kept as (select zoom, key, category_id as category, municipality_id, status, dormant, count, sum_lat, sum_lon from map_cell)
  select * from counted full join kept using (zoom, key, category, municipality_id, status, dormant)
  where counted.count is distinct from kept.count
    or abs(counted.lat - kept.sum_lat) > 1e-6 or abs(counted.lon - kept.sum_lon) > 1e-6`;
