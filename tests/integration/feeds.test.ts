import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/feeds/[locale]/[...path]/route";
import type { PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { answerReport, hideReport, noteReport } from "@/lib/reports/desk-commands";
import { plant } from "../support/reports";
import { inside, person, publicReport } from "../support/world";

/** Asks for a feed as a reader program would. */
async function feed(path: string, headers: Record<string, string> = {}) {
  const url = new URL(`http://ndreqe.test/feeds/${path}`);
  const [locale = "", ...rest] = url.pathname.split("/").slice(2);
  const answer = await GET(new NextRequest(url, { headers }), { params: Promise.resolve({ locale, path: rest }) });
  return { status: answer.status, headers: answer.headers, xml: await answer.text() };
}

const secrets = ["Only for training", "Hidden words", "Not confirmed yet", "An internal note", "reporter@"];
let reporter: PersonActor;
let ref: string;
let place: { id: string; lat: number; lon: number };

beforeAll(async () => {
  reporter = await person();
  const official = await person({ role: "official", municipalityId: "prishtina" });
  const moderator = await person({ role: "moderator" });
  place = await db().place.findFirstOrThrow({ where: { kind: "suburb", municipalityId: "prishtina" } });
  const report = await publicReport(reporter, { title: `Holes & "edges" <here>`, lat: place.lat, lon: place.lon });
  ref = report.ref;
  const subject = { reportId: report.id, version: report.version };
  expect(await answerReport(official, { ...subject, text: "We come tomorrow." })).toMatchObject({ ok: true });
  const note = { reportId: report.id, version: report.version + 1, text: "An internal note" };
  expect(await noteReport(official, note)).toMatchObject({ ok: true });
  const at = { lat: place.lat, lon: place.lon };
  await plant({ ...at, title: "Only for training", training: true });
  await plant({ ...at, title: "Not confirmed yet", status: "unconfirmed" });
  const hidden = await publicReport(reporter, { ...at, title: "Hidden words" });
  await hideReport(moderator, { reportId: hidden.id, hidden: true, reason: "names a child" });
  await plant({ ...inside.peja, municipalityId: "peja", categoryId: "noise", title: "Loud at night" });
});

const everyFeed = () => [
  "sq/reports.atom",
  "sq/reports.atom?municipality=prishtina&category=potholes&status=open",
  "sr/municipalities/prishtina.atom",
  "en/categories/potholes.atom",
  "en/categories/potholes.atom?municipality=prishtina",
  `sq/neighbourhoods/${place.id}.atom`,
  `sq/circle.atom?lat=${place.lat}&lon=${place.lon}&radius=200`,
  `sq/reports/${ref}.atom`,
];

test("every feed tells of the public report, and of nothing that isn't public", async () => {
  for (const path of everyFeed()) {
    const { status, headers, xml } = await feed(path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(headers.get("cache-control")).toBe("public, max-age=300");
    expect(xml, path).toContain(`/reports/${ref}"`);
    expect(xml, path).toContain("Holes &amp; &quot;edges&quot; &lt;here&gt;");
    for (const secret of secrets) expect(xml, path).not.toContain(secret);
    expect(xml, path).not.toContain(reporter.email ?? "");
    expect(xml, path).not.toContain(reporter.name ?? "");
  }
  for (const path of everyFeed().filter((one) => one !== "sq/reports.atom"))
    expect((await feed(path)).xml, path).not.toContain("Loud at night");
});

test("a report's feed holds its public steps", async () => {
  const { xml } = await feed(`en/reports/${ref}.atom`);
  expect(xml.match(/<entry/g)).toHaveLength(2);
  expect(xml).toContain("We come tomorrow.");
});

test("a reader that has it already gets nothing again, until something changes", async () => {
  const path = "sq/municipalities/peja.atom";
  const { headers } = await feed(path);
  const etag = headers.get("etag") ?? "";
  expect(headers.get("last-modified")).toMatch(/GMT$/);
  expect(await feed(path, { "if-none-match": `W/${etag}` })).toMatchObject({ status: 304, xml: "" });
  await plant({ ...inside.peja, municipalityId: "peja", title: "One more" });
  expect(await feed(path, { "if-none-match": etag })).toMatchObject({ status: 200 });
});

describe("what isn't there", () => {
  test.each([
    "sq/nothing.atom",
    "sq/reports",
    "xx/reports.atom",
    "sq/municipalities/atlantis.atom",
    "sq/categories/dragons.atom",
    "sq/neighbourhoods/00000000-0000-7000-8000-000000000000.atom",
    "sq/circle.atom",
    "sq/circle.atom?lat=42&lon=21&radius=199",
    "sq/circle.atom?lat=42&lon=21&radius=50000",
    "sq/reports/AAA-0000.atom",
    "sq/constructor/x.atom",
    "sq/a/b/c.atom",
  ])("%s has no feed", async (path) => {
    expect((await feed(path)).status).toBe(404);
  });

  test("a hidden report's feed is gone", async () => {
    const moderator = await person({ role: "moderator" });
    const report = await publicReport(reporter);
    expect((await feed(`sq/reports/${report.ref}.atom`)).status).toBe(200);
    await hideReport(moderator, { reportId: report.id, hidden: true, reason: "names a child" });
    expect((await feed(`sq/reports/${report.ref}.atom`)).status).toBe(404);
  });
});

test("a feed far from any report is an empty one, not none", async () => {
  const { status, xml } = await feed("sq/circle.atom?lat=42.9&lon=20.6&radius=200");
  expect([status, xml.includes("<entry")]).toEqual([200, false]);
});
