import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, hasRole } from "@/lib/accounts/actor";
import { appointAdministrator, grantRole, keepLocale, revokeRole, signInAsDemo } from "@/lib/accounts/commands";
import { demoAddress } from "@/lib/accounts/demo";
import { hashPassword } from "@/lib/accounts/passwords";
import { homeOf } from "@/lib/accounts/policy";
import { listDemoAccounts, listGrants } from "@/lib/accounts/queries";
import { grantSchema, safeBack } from "@/lib/accounts/schema";
import { actorOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { forgive, spend } from "@/lib/limits/limits";
import { findOutboxMail, listOutbox } from "@/lib/notifications/queries";
import { everybody, person } from "../support/world";

const grantOf = (personId: string) => db().roleGrant.findFirstOrThrow({ where: { personId } });

describe("who somebody is", () => {
  test("a session is a person with the roles the database has now", async () => {
    const official = await person({ role: "official", municipalityId: "peja" });
    const actor = await actorOf({ id: official.id, epoch: 0 });
    expect(actor).toMatchObject({ kind: "person", id: official.id, grants: [{ role: "official" }] });
    await db().roleGrant.create({ data: { personId: official.id, role: "editor" } });
    expect(hasRole(await actorOf({ id: official.id, epoch: 0 }), "editor")).toBe(true);
  });

  test("no session, an unknown person and an ended session are nobody", async () => {
    const somebody = await person();
    expect(await actorOf(undefined)).toEqual({ kind: "anonymous" });
    expect(await actorOf({ id: "019ab000-0000-7000-8000-000000000000", epoch: 0 })).toEqual({ kind: "anonymous" });
    expect(await actorOf({ id: somebody.id, epoch: -1 })).toEqual({ kind: "anonymous" });
    expect(await actorOf({ id: somebody.id, epoch: 1 })).toEqual({ kind: "anonymous" });
  });

  test("outside demonstration mode its accounts and its doors don't exist", async () => {
    const passwordHash = await hashPassword("ndreqe-demo");
    const row = await db().person.create({ data: { email: demoAddress("admin"), passwordHash } });
    await db().roleGrant.create({ data: { personId: row.id, role: "admin" } });
    expect(await actorOf({ id: row.id, epoch: 0 })).toEqual({ kind: "anonymous" });
    expect(await signInAsDemo({ kind: "anonymous" }, row.email ?? "")).toEqual({ ok: false, error: "forbidden" });
    expect(await listDemoAccounts()).toEqual([]);
    expect(await listOutbox()).toBeNull();
    const mail = await db().outboundMail.create({
      data: { toAddress: "x@example.com", locale: "sq", subject: "s", text: "t", html: "h", dedupeKey: "outbox-test" },
    });
    expect(await findOutboxMail(mail.id)).toBeNull();
    await db().person.delete({ where: { id: row.id } });
  });
});

describe("giving and taking roles", () => {
  let everyone: Record<string, Actor>;
  beforeAll(async () => {
    everyone = await everybody();
  });

  test.each(["anonymous", "system", "citizen", "official", "manager", "stranger", "editor", "moderator", "admin"])(
    "%s: only the administrator may",
    async (name) => {
      const actor = everyone[name] as Actor;
      const may = name === "admin";
      const email = `${name}.new@example.com`;
      const given = await grantRole(actor, { email, role: "editor", municipalityId: null });
      expect(given.ok).toBe(may);
      if (!given.ok) expect(given.error).toBe("forbidden");
      expect(await db().person.count({ where: { email } })).toBe(may ? 1 : 0);
      const holder = await person({ role: "moderator" });
      const grant = await grantOf(holder.id);
      const taken = await revokeRole(actor, grant.id);
      expect(taken.ok).toBe(may);
      expect(await db().roleGrant.count({ where: { id: grant.id } })).toBe(may ? 0 : 1);
      expect((await listGrants(actor)) !== null).toBe(may);
    },
  );

  test("a role taken away ends every session at once, and both are on record", async () => {
    const admin = everyone.admin as Actor;
    const official = await person({ role: "official", municipalityId: "peja" });
    await db().roleGrant.create({ data: { personId: official.id, role: "editor" } });
    const grant = await db().roleGrant.findFirstOrThrow({ where: { personId: official.id, role: "official" } });
    expect((await actorOf({ id: official.id, epoch: 0 })).kind).toBe("person");
    expect(await revokeRole(admin, grant.id)).toEqual({ ok: true, value: undefined });
    expect((await actorOf({ id: official.id, epoch: 0 })).kind).toBe("anonymous");
    const again = await actorOf({ id: official.id, epoch: 1 });
    expect(again.kind === "person" && again.grants.map(({ role }) => role)).toEqual(["editor"]);
    const audit = await db().auditEvent.findMany({ where: { subject: `person:${official.id}` } });
    expect(audit).toMatchObject([{ action: "role.revoke", data: { role: "official", municipalityId: "peja" } }]);
    expect(await revokeRole(admin, grant.id)).toEqual({ ok: false, error: "not_found" });
  });

  test("the same role twice is refused, the same in another municipality is not", async () => {
    const admin = everyone.admin as Actor;
    const give = (municipalityId: string) =>
      grantRole(admin, { email: " Twice@Example.com ", role: "official", municipalityId });
    expect(await give("peja")).toMatchObject({ ok: true });
    expect(await give("peja")).toEqual({ ok: false, error: "grant_exists" });
    expect(await give("gjilan")).toMatchObject({ ok: true });
    expect(await db().person.count({ where: { email: "twice@example.com" } })).toBe(1);
  });

  test("the last administrator stays, even when two are taken away at once", async () => {
    const admin = everyone.admin as Extract<Actor, { kind: "person" }>;
    const own = await grantOf(admin.id);
    expect(await revokeRole(admin, own.id)).toEqual({ ok: false, error: "last_admin" });
    const second = await person({ role: "admin" });
    const results = await Promise.all([revokeRole(admin, own.id), revokeRole(second, (await grantOf(second.id)).id)]);
    expect(results.map((result) => (result.ok ? "ok" : result.error)).sort()).toEqual(["last_admin", "ok"]);
    expect(await db().roleGrant.count({ where: { role: "admin" } })).toBe(1);
  });

  test("officials and managers have a municipality, the others none", () => {
    const email = "a@example.com";
    const fits = (role: string, municipalityId: string) =>
      grantSchema.safeParse({ email, role, municipalityId }).success;
    expect([fits("official", "peja"), fits("editor", ""), fits("admin", "")]).toEqual([true, true, true]);
    expect([fits("official", ""), fits("editor", "peja"), fits("king", "")]).toEqual([false, false, false]);
  });
});

describe("the rest of an account", () => {
  test("the language of e-mails is kept for oneself", async () => {
    const somebody = await person();
    await keepLocale(somebody, "sr");
    expect(await db().person.findUniqueOrThrow({ where: { id: somebody.id } })).toMatchObject({ locale: "sr" });
    expect(await keepLocale({ kind: "anonymous" }, "sr")).toMatchObject({ ok: true });
  });

  test("tries are counted and then refused kindly", async () => {
    for (let i = 0; i < 5; i++) await spend("sign_in_link", "often@example.com");
    await expect(spend("sign_in_link", "often@example.com")).rejects.toMatchObject({ code: "too_many" });
    await spend("sign_in_link", "seldom@example.com");
    for (let i = 0; i < 10; i++) await spend("sign_in_account", "often@example.com");
    await expect(spend("sign_in_account", "often@example.com")).rejects.toMatchObject({ code: "too_many" });
    await forgive("sign_in_account", "often@example.com");
    await spend("sign_in_account", "often@example.com");
  });

  test("after signing in: a path of this site only, or the page of one's work", async () => {
    expect(safeBack("/sq/desk/KTR-4829?view=new", "")).toBe("/sq/desk/KTR-4829?view=new");
    for (const bad of ["https://evil.example", "//evil.example", "/sq//evil.example", "/desk", "/sq/\\evil", 7, null])
      expect(safeBack(bad, "/sq")).toBe("/sq");
    expect(homeOf(await person({ role: "manager", municipalityId: "peja" }))).toBe("/desk");
    expect(homeOf(await person({ role: "editor" }))).toBe("/staff");
    expect(homeOf(await person({ role: "admin" }))).toBe("/admin");
    expect(homeOf(await person())).toBe("/account");
  });
});

test("the first administrator comes from the server's own command line, and from nobody else", async () => {
  for (const [who, actor] of Object.entries(await everybody())) {
    const result = await appointAdministrator(actor, `First.${who}@example.com`);
    expect([who, result.ok ? "done" : result.error]).toEqual([who, who === "system" ? "done" : "forbidden"]);
  }
  expect(await db().roleGrant.count({ where: { role: "admin", person: { email: "first.system@example.com" } } })).toBe(
    1,
  );
});
