import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { queueWinding } from "../reports/clock-jobs";
import { missingProposals } from "./holiday-proposals";
import { canEditHolidays } from "./policy";
import type { HolidayChange } from "./schema";

const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Keeps what law and calculation propose for a year, as far as nothing of that name is kept there. */
async function keepProposals(tx: Tx, year: number): Promise<void> {
  const kept = await tx.holiday.findMany({
    where: { day: { gte: atMidnight(`${year}-01-01`), lte: atMidnight(`${year}-12-31`) } },
    select: { nameEn: true },
  });
  await tx.holiday.createMany({
    skipDuplicates: true,
    data: missingProposals(kept, year).map(({ feast: _, day, ...row }) => ({ ...row, day: atMidnight(day) })),
  });
}

const isYearKept = async (tx: Tx, year: number): Promise<boolean> =>
  (await tx.holiday.count({
    where: { day: { gte: atMidnight(`${year}-01-01`), lte: atMidnight(`${year}-12-31`) } },
  })) > 0;

/**
 * Changes the public holidays, and has the clocks of all open reports wound anew. A day that is added to a year of which
 * nothing is kept yet brings the proposed ones of that year with it: they counted until now.
 */
export function changeHolidays(actor: Actor, change: HolidayChange): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canEditHolidays(actor)) throw new Refusal("forbidden");
      await apply(tx, change);
      const { change: action, ...data } = change;
      await tx.auditEvent.create({
        data: { actorId: personId(actor), action: `holiday.${action}`, subject: "holidays", data },
      });
      await queueWinding(tx);
    }),
  );
}

async function apply(tx: Tx, change: HolidayChange): Promise<void> {
  switch (change.change) {
    case "propose":
      return keepProposals(tx, change.year);
    case "add": {
      const { change: _, day, ...names } = change;
      if (!(await isYearKept(tx, yearOf(day)))) await keepProposals(tx, yearOf(day));
      await tx.holiday.createMany({ data: [{ ...names, day: atMidnight(day) }], skipDuplicates: true });
      return;
    }
    case "move": {
      const held = await tx.holiday.findUnique({ where: { id: change.id }, select: { nameEn: true } });
      if (!held) throw new Refusal("not_found");
      const twin = { day: atMidnight(change.day), nameEn: held.nameEn, id: { not: change.id } };
      if (await tx.holiday.findFirst({ where: twin, select: { id: true } })) throw new Refusal("invalid");
      // Whoever says the day has looked it up.
      await tx.holiday.update({ where: { id: change.id }, data: { day: atMidnight(change.day), checked: true } });
      return;
    }
    case "remove": {
      const { count } = await tx.holiday.deleteMany({ where: { id: change.id } });
      if (count === 0) throw new Refusal("not_found");
    }
  }
}
