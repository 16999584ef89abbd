/**
 * `npm run map:check [-- --repair]`: compares the counts of the map and the statistics, which are kept as reports change,
 * with the reports themselves, while the site runs. Ends with 1 where they differ and weren't repaired.
 */
import { parseArgs } from "node:util";
import { connectToRunningSite } from "./running-database";

const { values } = parseArgs({ options: { repair: { type: "boolean", default: false } } });
await connectToRunningSite();

const { checkCounts } = await import("../lib/map/check");
const { differ, first } = await checkCounts(values.repair);
for (const { table, what, kept, truth } of first) console.log(`${table} ${what}: ${kept} kept, ${truth} counted`);
if (differ > first.length) console.log(`… and ${differ - first.length} more`);
if (differ === 0) console.log("Every count is what the reports say.");
else
  console.log(
    values.repair
      ? `${differ} counts put right.`
      : `${differ} counts differ. Put right by: npm run map:check -- --repair`,
  );
process.exitCode = differ > 0 && !values.repair ? 1 : 0;
