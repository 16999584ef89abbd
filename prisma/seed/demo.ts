import { db } from "../../lib/db/client";
import { seedPeople } from "./people";
import { drawPhotos, keepPhotos } from "./photos";
import { seedSamplePledges } from "./pledges";
import { seedReports } from "./reports";

/**
 * Fills an empty database with demonstration data; leaves any other alone.
 * One transaction: a start that is killed in the middle leaves the database empty, and the next one begins anew.
 * @returns whether it did
 */
export async function seedDemo(): Promise<boolean> {
  if ((await db().person.count()) > 0 || (await db().report.count()) > 0) return false;
  const photos = await drawPhotos();
  await db().$transaction(
    async (tx) => {
      const people = await seedPeople(tx);
      // Two that take reports without an e-mail, five that don't: both can be tried.
      await tx.municipality.updateMany({
        where: { slug: { in: ["prishtina", "prizren"] } },
        data: { anonymousReports: true },
      });
      await seedSamplePledges(tx);
      await keepPhotos(tx, photos, await seedReports(tx, people));
    },
    { timeout: 120_000 },
  );
  return true;
}
