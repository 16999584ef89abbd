import type { Actor, Grant, PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { submitReport } from "@/lib/reports/commands";
import { saveDraft, startDraft } from "@/lib/reports/drafts";
import { addDraftPhoto } from "@/lib/reports/photo-commands";
import type { DraftData } from "@/lib/reports/schema";

/** A position well inside each municipality that tests use. */
export const inside = { prishtina: { lat: 42.663, lon: 21.162 }, peja: { lat: 42.659, lon: 20.288 } };

let made = 0;

/** Makes a person with roles, and the actor they are. */
export async function person(
  ...roles: { role: Role; municipalityId?: string }[]
): Promise<PersonActor & { email: string }> {
  const email = `person${++made}@example.com`;
  const row = await db().person.create({
    data: {
      email,
      name: `Person ${made}`,
      emailVerified: new Date(),
      grants: { create: roles.map(({ role, municipalityId }) => ({ role, municipalityId: municipalityId ?? null })) },
    },
    include: { grants: true },
  });
  const grants: Grant[] = row.grants.map(({ role, municipalityId, departmentId }) => ({
    role,
    municipalityId,
    departmentId,
  }));
  return { kind: "person", id: row.id, email, name: row.name, locale: "en", grants };
}

/** One actor of every kind, by name; "official" and "manager" of Prishtina, "stranger" an official of Peja. */
export async function everybody(): Promise<Record<string, Actor>> {
  return {
    anonymous: { kind: "anonymous" },
    system: { kind: "system" },
    citizen: await person(),
    official: await person({ role: "official", municipalityId: "prishtina" }),
    manager: await person({ role: "manager", municipalityId: "prishtina" }),
    stranger: await person({ role: "official", municipalityId: "peja" }),
    editor: await person({ role: "editor" }),
    moderator: await person({ role: "moderator" }),
    admin: await person({ role: "admin" }),
  };
}

const problem = {
  categoryId: "potholes",
  title: "A deep hole before the school",
  details: "It is as wide as a wheel.",
};

/** A filled draft, ready to send. @returns its secret */
export async function draft(actor: Actor, data: DraftData = {}, photo?: Buffer): Promise<string> {
  const started = await startDraft(actor, `10.0.0.${made % 250}`);
  if (!started.ok) throw new Error(started.error);
  const { secret } = started.value;
  await saveDraft(actor, secret, {
    ...inside.prishtina,
    ...problem,
    email: "reporter@example.com",
    name: "Arta",
    nameShown: true,
    ...data,
  });
  if (photo) await addDraftPhoto(actor, secret, photo, "10.0.0.1");
  return secret;
}

/** A public report filed by a signed-in citizen. */
export async function publicReport(reporter: PersonActor, data: DraftData = {}) {
  const sent = await submitReport(reporter, await draft(reporter, data), "en", `10.1.0.${made++ % 250}`);
  if (!sent.ok) throw new Error(sent.error);
  return db().report.findUniqueOrThrow({ where: { ref: sent.value.ref } });
}
