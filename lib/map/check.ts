import "server-only";
import { Client } from "pg";
import { config } from "../config";

/** What writers hold while they count (report_count() in the migrations). */
const COUNTING = 20261125;
/** What a check holds, so that two don't repair the same twice. */
const CHECKING = 20261126;

/** The kept counts, the columns that name what they count, and the function that says which a report belongs to. */
const kept = [
  {
    table: "map_cell",
    counts: "report_cells(r)",
    keys: ["zoom", "category_id", "key", "municipality_id", "status", "dormant"],
    sums: ["sum_lat", "sum_lon"],
  },
  {
    table: "report_tally",
    counts: "report_tallies(r)",
    keys: ["kind", "municipality_id", "day", "hours", "category_id", "status"],
    sums: [],
  },
] as const;

/** A count that isn't what the reports say. */
export type Miscount = { table: string; what: string; kept: number; truth: number };

const SHOWN = 20;

export type CheckResult = {
  /** How many rows differ; `first` are some of them. */
  differ: number;
  first: Miscount[];
};

type Kept = (typeof kept)[number];

/** Which rows differ, as a temporary table with what has to be added to each. */
const differences = ({ table, counts, keys, sums }: Kept): string => {
  const names = keys.join(", ");
  const sumOf = { sum_lat: "sum(r.lat)", sum_lon: "sum(r.lon)" } as const;
  return `
    create temporary table ${table}_off as
    with truth as (select ${keys.map((key) => `c.${key}`).join(", ")}, count(*)::int as count
        ${sums.map((sum) => `, ${sumOf[sum]} as ${sum}`).join("")}
      from report as r, ${counts} as c group by ${keys.map((_, i) => i + 1).join(", ")})
    select ${names}, coalesce(kept.count, 0) as kept, coalesce(truth.count, 0) as truth,
      coalesce(truth.count, 0) - coalesce(kept.count, 0) as count
      ${sums.map((sum) => `, coalesce(truth.${sum}, 0) - coalesce(kept.${sum}, 0) as ${sum}`).join("")}
    from truth full join ${table} as kept using (${names})
    where truth.count is distinct from kept.count
      ${sums.map((sum) => `or abs(truth.${sum} - kept.${sum}) > 1e-5 * greatest(1, truth.count)`).join(" ")}`;
};

/** Adds to each row what it lacks: right whatever was counted meanwhile, since that was added to the same mistake. */
const repairs = ({ table, keys, sums }: Kept): string => {
  const names = [...keys, "count", ...sums].join(", ");
  const added = ["count", ...sums].map((name) => `${name} = kept.${name} + excluded.${name}`).join(", ");
  return `
    insert into ${table} as kept (${names}) select ${names} from ${table}_off
    on conflict (${keys.join(", ")}) do update set ${added};
    delete from ${table} where count = 0`;
};

/**
 * Compares what is kept counted with the reports, in one snapshot of the database; writers go on meanwhile.
 * @param repair puts right what differs, in one short transaction that writers wait for only while it lasts
 */
export async function checkCounts(repair: boolean): Promise<CheckResult> {
  const client = new Client({ connectionString: config().DATABASE_URL });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [CHECKING]);
    await client.query("set work_mem = '128MB'");
    await client.query("begin isolation level repeatable read");
    for (const one of kept) await client.query(differences(one));
    await client.query("commit");
    const result: CheckResult = { differ: 0, first: [] };
    for (const { table, keys } of kept) {
      const { rows } = await client.query<{ what: string; kept: number; truth: number; all: number }>(
        `select concat_ws(' ', ${keys.map((key) => `${key}::text`).join(", ")}) as what, kept, truth, count(*) over ()::int as all
         from ${table}_off limit ${SHOWN}`,
      );
      result.differ += rows[0]?.all ?? 0;
      result.first.push(...rows.map(({ what, kept, truth }) => ({ table, what, kept, truth })));
    }
    if (repair && result.differ > 0) {
      await client.query("begin");
      await client.query("select pg_advisory_xact_lock($1)", [COUNTING]);
      for (const one of kept) await client.query(repairs(one));
      await client.query("commit");
    }
    return result;
  } finally {
    await client.end();
  }
}
