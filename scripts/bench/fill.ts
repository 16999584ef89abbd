import { db, type Tx } from "../../lib/db/client";

/** Words of made-up titles: the first are in every second, the last in one of thousands. */
const frequent = ["rrugë", "gropë", "ndriçimi", "mbeturina", "trotuari"];
const usual =
  "shkolla kopshti ura parku lagjja xhamia tregu stacioni spitali kanali puseta semafori kazani llamba asfalti".split(
    " ",
  );

/** Columns are filled as the triggers would; a third is open, most of the closed fixed, some open ones untouched for long. */
const insert = (tx: Tx, from: number, to: number) => tx.$executeRaw`
  with drawn as materialized (
    select n, now() - (random() ^ 1.5) * interval '1100 days' as filed, random() as life, random() as answer, (random() * 9999)::int as slot,
      (random() + random() + random() - 1.5) as dy, (random() + random() + random() - 1.5) as dx, random() as a, random() as b, random() as c,
      floor(random() * (select count(*) from category))::int as category, (random() ^ 8 * 60)::int as supports
    from generate_series(${from}::int, ${to}::int) as n),
  lived as (
    select *, case when filed > now() - life * interval '60 days' or life < 0.18 then
        (array['open', 'open', 'acknowledged', 'in_progress', 'referred'])[1 + (answer * 5)::int % 5]
      else (array['fixed', 'fixed', 'fixed', 'fixed', 'rejected'])[1 + (answer * 5)::int % 5] end::"ReportStatus" as status,
      least(now(), filed + life * interval '60 days') as moved
    from drawn)
  insert into report (id, ref, municipality_id, category_id, lat, lon, map_key, title, details, place_text, language, source, status,
    confirmed_at, created_at, status_at, closed_at, first_response_at, answer_due_at, fix_due_at, referred_to, dormant, support_count, reopened_count)
  select gen_random_uuid(), 'B' || n, p.municipality_id, c.slug, p.lat + dy * p.spread, p.lon + dx * p.spread,
    map_key(p.lat + dy * p.spread, p.lon + dx * p.spread),
    (${frequent}::text[])[1 + (a * 5)::int % 5] || ' ' || (${usual}::text[])[1 + (b * 15)::int % 15] || ' ' || chr(97 + (c * 25)::int) || 'zona' || n % 5000,
    'Ka disa javë që askush nuk ka ardhur të shohë. ' || (${usual}::text[])[1 + (c * 15)::int % 15], p.name_sq,
    'sq', 'import', status, filed, filed, moved, case when status in ('fixed', 'rejected') then moved end,
    case when answer > 0.2 then filed + (moved - filed) * answer end, filed + interval '3 days', filed + interval '28 days',
    case when status = 'referred' then 'KRU Prishtina' end,
    status in ('open', 'acknowledged', 'in_progress', 'referred') and moved < now() - interval '6 months', supports, (answer > 0.97)::int
  from lived join bench_place as p using (slot) join bench_category as c on c.i = lived.category`;

/**
 * Fills an empty database with made-up reports: towns dense and villages thin, by the places of the reference data.
 * Triggers and the heavier indexes are away meanwhile; what triggers would have counted is counted at the end.
 */
export async function fill(count: number): Promise<void> {
  const heavy = await db().$queryRaw<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('report', 'report_event') and (indexname like 'report\_%' and indexname not like '%\_pkey' and indexdef not like 'CREATE UNIQUE%')`;
  for (const { name } of heavy) await db().$executeRawUnsafe(`drop index "${name}"`);
  // A city weighs as much as hundreds of villages.
  await db().$executeRaw`
    create unlogged table bench_place as
    select generate_series(first::int, last::int - 1) as slot, municipality_id, name_sq, lat, lon, spread from (
      select *, round(9999 * (sum(weight) over (order by id) - weight) / sum(weight) over ()) as first,
        round(9999 * sum(weight) over (order by id) / sum(weight) over ()) + (row_number() over (order by id desc) = 1)::int as last
      from (select *, case kind when 'city' then 1500 when 'suburb' then 60 when 'neighbourhood' then 60 when 'square' then 40 else 3 end as weight,
          case kind when 'city' then 0.022 when 'suburb' then 0.006 when 'neighbourhood' then 0.006 when 'square' then 0.002 else 0.008 end as spread
        from place) as weighed) as laid where last > first`;
  await db().$executeRaw`create index on bench_place (slot)`;
  await db()
    .$executeRaw`create unlogged table bench_category as select slug, row_number() over (order by position) - 1 as i from category`;
  await db().$executeRaw`analyze bench_place, bench_category`;
  for (let from = 1; from <= count; from += 250_000) {
    await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`set local session_replication_role = replica`;
        await tx.$executeRaw`set local synchronous_commit = off`;
        await insert(tx, from, Math.min(count, from + 249_999));
      },
      { timeout: 3_600_000 },
    );
  }
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`
        insert into report_event (id, report_id, kind, actor_kind, is_public, status_to, at)
        select gen_random_uuid(), id, 'status', 'system', true, status, status_at from report`;
    },
    { timeout: 3_600_000 },
  );
  for (const { definition } of heavy) await db().$executeRawUnsafe(definition);
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`set local work_mem = '256MB'`;
      await tx.$executeRaw`select recount_reports()`;
    },
    { timeout: 3_600_000 },
  );
  await db().$executeRaw`drop table bench_place, bench_category`;
  await db().$executeRaw`vacuum analyze`;
}
