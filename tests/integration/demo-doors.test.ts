import { expect, test } from "vitest";
import { type Actor, anonymous, system } from "@/lib/accounts/actor";
import { appointAdministrator, grantRole } from "@/lib/accounts/commands";
import { demoAddress } from "@/lib/accounts/demo";
import { actorOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { removeDemo } from "@/prisma/seed/remove";

async function signedIn(email: string): Promise<Actor> {
  const { id, sessionEpoch } = await db().person.findUniqueOrThrow({ where: { email } });
  return actorOf({ id, epoch: sessionEpoch });
}

async function rolesOf(email: string): Promise<string[]> {
  const { grants } = await db().person.findUniqueOrThrow({ where: { email }, include: { grants: true } });
  return grants.map(({ role }) => role);
}

test("no way in that the demonstration opened outlives it", async () => {
  const email = demoAddress("admin");
  const row = await db().person.create({
    data: { email, grants: { create: { role: "admin" } } },
    include: { grants: true },
  });
  const admin = { role: "admin" as const, municipalityId: null };
  const official = { role: "official" as const, municipalityId: "peja" };

  // Whoever pressed the demonstration administrator's button, and whom they let in after that.
  const pressed: Actor = { ...row, kind: "person" };
  expect(await grantRole(pressed, { email: "guest@example.com", ...admin })).toMatchObject({ ok: true });
  const guest = await signedIn("guest@example.com");
  expect(await grantRole(guest, { email: "friend@example.com", ...official })).toMatchObject({ ok: true });
  // The administrator of the installation, and whom they let in.
  expect(await appointAdministrator(system, "owner@example.com")).toMatchObject({ ok: true });
  const owner = await signedIn("owner@example.com");
  expect(await grantRole(owner, { email: "real@example.com", ...official })).toMatchObject({ ok: true });
  // What the open outbox gave away: a link, and a session in another's name.
  await db().verificationToken.create({
    data: { identifier: "owner@example.com", token: "read", expires: new Date(Date.now() + 60_000) },
  });
  const { id, sessionEpoch } = await db().person.findUniqueOrThrow({ where: { email: "owner@example.com" } });

  expect(await removeDemo()).toMatchObject({ people: 1, roles: 2 });
  expect(await rolesOf("guest@example.com")).toEqual([]);
  expect(await rolesOf("friend@example.com")).toEqual([]);
  expect(await rolesOf("owner@example.com")).toEqual(["admin"]);
  expect(await rolesOf("real@example.com")).toEqual(["official"]);
  expect(await db().verificationToken.count()).toBe(0);
  expect(await actorOf({ id, epoch: sessionEpoch })).toEqual(anonymous);
});
