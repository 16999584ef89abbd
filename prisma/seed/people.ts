import { DEMO_PASSWORD, demoAddress } from "../../lib/accounts/demo";
import { hashPassword } from "../../lib/accounts/passwords";
import type { Tx } from "../../lib/db/client";
import type { Role } from "../../lib/db/generated/enums";
import { municipalities } from "../../lib/municipalities/reference";

/** Ids of the demonstration people by the name before the @. */
export type People = ReadonlyMap<string, string>;

/** Neighbours who file, follow and support; nobody signs in as one. */
export const neighbours = Array.from({ length: 16 }, (_, i) => `neighbour.${i + 1}`);

type Row = { name: string; shown: string; role?: Role; municipalityId?: string };

const rows: Row[] = [
  { name: "citizen", shown: "Qytetari (shembull)" },
  ...municipalities.flatMap(({ slug, nameSq }): Row[] => [
    { name: `official.${slug}`, shown: `Zyrtari, ${nameSq} (shembull)`, role: "official", municipalityId: slug },
    { name: `manager.${slug}`, shown: `Menaxheri, ${nameSq} (shembull)`, role: "manager", municipalityId: slug },
  ]),
  { name: "editor.one", shown: "Redaktori 1 (shembull)", role: "editor" },
  { name: "editor.two", shown: "Redaktori 2 (shembull)", role: "editor" },
  { name: "moderator", shown: "Moderatori (shembull)", role: "moderator" },
  { name: "admin", shown: "Administratori (shembull)", role: "admin" },
];

/** The demonstration sign-ins: one for each kind of person, and an official and a manager for each municipality. */
export async function seedPeople(tx: Tx): Promise<People> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const emailVerified = new Date();
  const made = await tx.person.createManyAndReturn({
    data: [
      ...rows.map(({ name, shown }) => ({ email: demoAddress(name), name: shown, passwordHash, emailVerified })),
      ...neighbours.map((name, i) => ({ email: demoAddress(name), name: `Banori ${i + 1} (shembull)`, emailVerified })),
    ],
    select: { id: true, email: true },
  });
  const people = new Map(made.map(({ id, email }) => [email?.split("@")[0] ?? "", id]));
  await tx.roleGrant.createMany({
    data: rows.flatMap(({ name, role, municipalityId }) => {
      const personId = people.get(name);
      return role && personId ? [{ personId, role, municipalityId: municipalityId ?? null }] : [];
    }),
  });
  return people;
}
