import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import type { Actor, RoleName } from "./actor";
import { demoAddress } from "./demo";
import { canManagePeople } from "./policy";

/** Who holds which role; null when the actor may not know. */
export async function listGrants(actor: Actor) {
  if (!canManagePeople(actor)) return null;
  return db().roleGrant.findMany({
    orderBy: [{ role: "asc" }, { municipalityId: "asc" }, { id: "asc" }],
    select: {
      id: true,
      role: true,
      createdAt: true,
      municipality: { select: { nameSq: true, nameSr: true, nameEn: true } },
      person: { select: { email: true, name: true } },
    },
  });
}

export type GrantRow = NonNullable<Awaited<ReturnType<typeof listGrants>>>[number];

export type DemoAccount = { email: string; role: RoleName; municipalityId: string | null };

/** Who the one-click sign-ins are for, each with its role, if any; empty outside demonstration mode. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  if (!config().DEMO) return [];
  const people = await db().person.findMany({
    where: { email: { endsWith: demoAddress("") }, passwordHash: { not: null } },
    orderBy: { email: "asc" },
    select: { email: true, grants: { select: { role: true, municipalityId: true }, take: 1, orderBy: { id: "asc" } } },
  });
  const order: RoleName[] = ["citizen", "official", "manager", "editor", "moderator", "admin"];
  return people
    .map(({ email, grants: [grant] }) => ({
      email: email ?? "",
      role: grant?.role ?? ("citizen" as const),
      municipalityId: grant?.municipalityId ?? null,
    }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
