import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the library's defaults (19 MiB, 2 passes), which are OWASP's. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** A hash nobody's password has, so that an unknown mailbox takes as long as a wrong password. */
const decoy = hash("no account has this password");

/** Whether the password fits; false, as slowly, where there is none. */
export async function fitsPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await decoy), password);
  return fits && Boolean(passwordHash);
}
