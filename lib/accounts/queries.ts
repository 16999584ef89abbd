import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import type { Actor } from "./actor";
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

/** Addresses of the one-click sign-ins, in the order they are offered; empty outside demonstration mode. */
export async function listDemoAccounts(): Promise<{ email: string; name: string | null }[]> {
  if (!config().DEMO) return [];
  return db().person.findMany({
    where: { email: { endsWith: demoAddress("") }, passwordHash: { not: null } },
    orderBy: { email: "asc" },
    select: { email: true, name: true },
  });
}
