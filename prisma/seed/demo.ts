import { DEMO_PASSWORD, demoAddress } from "../../lib/accounts/demo";
import { hashPassword } from "../../lib/accounts/passwords";
import { db } from "../../lib/db/client";
import { municipalities } from "../../lib/municipalities/reference";

/**
 * Fills an empty database with demonstration data; leaves any other alone.
 * @returns whether it did
 */
export async function seedDemo(): Promise<boolean> {
  if ((await db().person.count()) > 0 || (await db().report.count()) > 0) return false;
  await seedPeople();
  return true;
}

/** The demonstration sign-ins: one for each kind of person, and an official and a manager for each municipality. */
async function seedPeople(): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const emailVerified = new Date();
  const person = (
    name: string,
    shown: string,
    role?: "editor" | "moderator" | "admin" | "official" | "manager",
    municipalityId?: string,
  ) =>
    db().person.create({
      data: {
        email: demoAddress(name),
        name: shown,
        passwordHash,
        emailVerified,
        ...(role && { grants: { create: { role, municipalityId: municipalityId ?? null } } }),
      },
    });
  await person("citizen", "Qytetari (shembull)");
  for (const { slug, nameSq } of municipalities) {
    await person(`official.${slug}`, `Zyrtari, ${nameSq} (shembull)`, "official", slug);
    await person(`manager.${slug}`, `Menaxheri, ${nameSq} (shembull)`, "manager", slug);
  }
  await person("editor.one", "Redaktori 1 (shembull)", "editor");
  await person("editor.two", "Redaktori 2 (shembull)", "editor");
  await person("moderator", "Moderatori (shembull)", "moderator");
  await person("admin", "Administratori (shembull)", "admin");
}
