/** `npm run demo:remove`: takes away everything that demonstration mode brought, while the site runs. */
import { connectToRunningSite } from "./running-database";

await connectToRunningSite();

const { closeDb } = await import("../lib/db/client");
const { removeDemo } = await import("../prisma/seed/remove");
try {
  const { mandates, reports, people, kept, roles } = await removeDemo();
  console.log(`Removed: ${mandates} sample mandates, ${reports} reports, ${people} demonstration people.`);
  if (kept > 0)
    console.log(`${kept} demonstration people stay, without roles or password: real assessments name them.`);
  if (roles > 0) console.log(`${roles} roles that demonstration administrators gave to other mailboxes are gone too.`);
  console.log("Everybody has to sign in anew.");
  console.log("Start with DEMO=0 from now on: an empty database would be filled with samples again.");
} catch (error) {
  console.error(`Nothing was removed. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
await closeDb();
