import { beforeAll, expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { addQuestion, retireQuestion, setInstitutions, setKind } from "@/lib/municipalities/commands";
import { listInstitutions } from "@/lib/municipalities/questions";
import { questionSchema } from "@/lib/municipalities/schema";
import { seedReference } from "@/lib/municipalities/seed";
import { findKind, listKinds } from "@/lib/municipalities/staff-queries";
import { answerField } from "@/lib/reports/answers";
import { submitReport } from "@/lib/reports/commands";
import { findDeskReport } from "@/lib/reports/desk-queries";
import { findDraft } from "@/lib/reports/drafts";
import { findPublicReport } from "@/lib/reports/queries";
import { answersIn, firstMissing } from "@/lib/reports/steps";
import { draft, everybody, person, publicReport } from "../support/world";

let who: Record<string, Actor>;
beforeAll(async () => {
  who = await everybody();
});

const question = (given: object) =>
  questionSchema.parse({
    slug: "noise",
    nameSq: "Pyetja",
    nameSr: "Pitanje",
    nameEn: "Question",
    kind: "text",
    ...given,
  });

async function added(given: object) {
  const asked = question(given);
  expect(await addQuestion(who.editor as Actor, asked)).toMatchObject({ ok: true });
  const kind = await findKind(who.editor as Actor, asked.slug);
  return kind?.questions.at(-1)?.id ?? "";
}

test("only editors and the administrator say what is asked", async () => {
  for (const name of ["anonymous", "system", "citizen", "official", "manager", "stranger", "moderator"]) {
    const actor = who[name] as Actor;
    expect(await addQuestion(actor, question({})), name).toEqual({ ok: false, error: "forbidden" });
    expect(await setKind(actor, { slug: "noise", synonyms: "x", nearbyMetres: 50 }), name).toMatchObject({ ok: false });
    expect(await listKinds(actor), name).toBeNull();
  }
  expect(await setKind(who.admin as Actor, { slug: "no-such", synonyms: "", nearbyMetres: 50 })).toMatchObject({
    error: "not_found",
  });
});

test("a required question keeps a report back until it is answered, in the form it asks for", async () => {
  const id = await added({ kind: "number", required: "1" });
  const secret = await draft(anonymous, { categoryId: "noise" });
  expect(await firstMissing(await findDraft(secret), anonymous)).toBe("problem");
  expect(await submitReport(anonymous, secret, "sq", "10.7.0.1")).toMatchObject({
    error: "required",
    fields: { [answerField(id)]: "required" },
  });
  const wrong = await answersIn({ categoryId: "noise", answers: { [id]: "three" } });
  expect(wrong.fields).toEqual({ [answerField(id)]: "invalid_number" });
  // Of another kind it isn't asked.
  expect((await answersIn({ categoryId: "potholes" })).fields).toEqual({});
  expect(await retireQuestion(who.editor as Actor, { slug: "noise", id })).toMatchObject({ ok: true });
  expect(await firstMissing(await findDraft(secret), anonymous)).toBe("check");
});

test("answers go with the report: public ones on its page, all of them to the desk; retired questions keep theirs", async () => {
  const open = await added({ slug: "lighting", kind: "choice", isPublic: "1", choices: "Po | Da | Yes\nJo | Ne | No" });
  const inner = await added({ slug: "lighting", kind: "date" });
  const answers = { [open]: "1", [inner]: "2026-11-20", "01970000-0000-7000-8000-00000000dead": "nobody asked" };
  const report = await publicReport(await person(), { categoryId: "lighting", answers });
  await retireQuestion(who.editor as Actor, { slug: "lighting", id: open });
  const seen = await findPublicReport(report.ref, anonymous);
  expect(seen?.answers).toMatchObject([{ value: "1", question: { choices: [{ en: "Yes" }, { en: "No" }] } }]);
  const inside = await findDeskReport(who.official as Actor, report.ref);
  expect(inside?.answers.map(({ value }) => value).sort()).toEqual(["1", "2026-11-20"]);
});

test("choices are checked: two at least, three languages each", () => {
  const read = (choices: string) =>
    questionSchema.safeParse({ slug: "noise", nameSq: "a", nameSr: "b", nameEn: "c", kind: "choice", choices }).success;
  expect([read(""), read("Po | Da | Yes"), read("Po | Da\nJo | Ne"), read("Po | Da | Yes\nJo | Ne | No")]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("institutions are reference data that staff change and a restart leaves alone", async () => {
  expect(await listInstitutions("prishtina")).toContainEqual({
    categoryId: "water",
    name: "KRU Prishtina",
    phone: null,
    website: null,
  });
  const by = { prishtina: { name: "" }, peja: { name: "Hidrodrini", phone: "+383 39 000 000", website: undefined } };
  expect(await setInstitutions(who.editor as Actor, { slug: "water", by })).toMatchObject({ ok: true });
  expect(await setKind(who.editor as Actor, { slug: "water", synonyms: "", nearbyMetres: 40 })).toMatchObject({
    ok: true,
  });
  await seedReference();
  expect((await listInstitutions("prishtina")).map(({ categoryId }) => categoryId)).not.toContain("water");
  expect(await db().category.findUnique({ where: { slug: "water" } })).toMatchObject({
    synonyms: "",
    nearbyMetres: 40,
  });
  expect(await db().auditEvent.count({ where: { subject: "category:water" } })).toBe(2);
});
