import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";

/**
 * What citizens say of a municipality's fixes. Each fix that anybody spoke of is counted once, however many spoke:
 * denied where anybody said no, otherwise partly where anybody said partly, otherwise confirmed.
 */
export type FixFeedback = {
  judged: number;
  confirmed: number;
  partly: number;
  denied: number;
  /** Reports that their reporters took back, whether they stay for others or not. */
  withdrawn: number;
};

export const noFeedback: FixFeedback = { judged: 0, confirmed: 0, partly: 0, denied: 0, withdrawn: 0 };

type Row = Partial<FixFeedback> & { municipalityId: string | null };

/**
 * The feedback on each municipality's fixes, of public reports, and on all together.
 * @param municipality to count one alone
 */
export async function readFeedback(
  municipality?: string,
): Promise<{ municipalities: Map<string, FixFeedback>; total: FixFeedback }> {
  const only = municipality ? Prisma.sql`and municipality_id = ${municipality}` : Prisma.empty;
  const [judged, withdrawn] = await Promise.all([
    db().$queryRaw<Row[]>`
      with fixes as (
        select municipality_id, bool_or(answer = 'no') as denied, bool_or(answer = 'partly') as partly
        from feedback join report on report.id = report_id
        where is_public ${only}
        group by municipality_id, event_id)
      select municipality_id as "municipalityId", count(*)::int as judged,
        count(*) filter (where denied)::int as denied,
        count(*) filter (where partly and not denied)::int as partly,
        count(*) filter (where not partly and not denied)::int as confirmed
      from fixes group by grouping sets ((municipality_id), ())`,
    db().$queryRaw<Row[]>`
      select municipality_id as "municipalityId", count(*)::int as withdrawn from report
      where withdrawn_at is not null and confirmed_at is not null and not training ${only}
      group by grouping sets ((municipality_id), ())`,
  ]);
  const found = new Map<string | null, FixFeedback>();
  for (const { municipalityId, ...part } of [...judged, ...withdrawn])
    found.set(municipalityId, { ...(found.get(municipalityId) ?? noFeedback), ...part });
  const total = found.get(null) ?? noFeedback;
  found.delete(null);
  return { municipalities: found as Map<string, FixFeedback>, total };
}
