import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the site under test listens, and where the mail server of the tests puts what it took. */
export const BROWSER_TEST_PORT = Number(process.env.BROWSER_TEST_PORT ?? 3987);
export const MAIL_FOLDER = join(tmpdir(), `ndreqe-mail-${BROWSER_TEST_PORT}`);
