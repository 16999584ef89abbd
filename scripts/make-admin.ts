/** `npm run admin -- name@example.org`: gives the administrator's role to a mailbox, for the first one of an installation. */
import { z } from "zod";
import { connectToRunningSite } from "./running-database";

const email = z.email().safeParse(process.argv[2]?.trim().toLowerCase());
if (!email.success) {
  console.error("Give one e-mail address: npm run admin -- name@example.org");
  process.exit(1);
}
await connectToRunningSite();

const { closeDb } = await import("../lib/db/client");
const { appointAdministrator } = await import("../lib/accounts/commands");
const { system } = await import("../lib/accounts/actor");
const result = await appointAdministrator(system, email.data);
await closeDb();
console.log(
  result.ok ? `${email.data} is an administrator and signs in by e-mail link.` : `Not done: ${result.error}.`,
);
process.exit(result.ok ? 0 : 1);
