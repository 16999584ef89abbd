import { type ChildProcess, spawn } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { anonymous, system } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { type ImportFigures, importReports } from "@/lib/reports/import";
import { ImportFileError } from "@/lib/reports/import-csv";
import { type ImportLine, importColumns } from "@/lib/reports/import-line";
import { defaultMapping } from "@/lib/reports/import-mapping";
import { findPublicReport } from "@/lib/reports/queries";

const good: ImportLine = {
  sf_id: "1",
  created: "2019-10-03T17:23:25Z",
  closed: "2019-10-30T05:11:35Z",
  updated: "2019-10-30T05:11:35Z",
  status: "Closed",
  category: "signs",
  sf_category: "Sign Repair",
  sf_type: "Sign Repair - Missing",
  note: "The sign shop has completed this request.",
  channel: "Phone",
  municipality: "prishtina",
  lat: "42.663",
  lon: "21.162",
};

const header = importColumns.join(",");
const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const row = (given: Partial<ImportLine>) => {
  const line = { ...good, ...given };
  return importColumns.map((name) => cell(line[name])).join(",");
};
const file = (...lines: (string | Partial<ImportLine>)[]) =>
  [header, ...lines.map((line) => (typeof line === "string" ? line : row(line)))].join("\n");

type Rejected = [line: number, reason: string];

async function run(text: string | Buffer, source: string): Promise<{ figures: ImportFigures; rejected: Rejected[] }> {
  const rejected: Rejected[] = [];
  const result = await importReports(system, Readable.from([Buffer.from(text)]), {
    source,
    mapping: defaultMapping,
    batchSize: 3,
    onReject: (line, _id, reason) => rejected.push([line, reason]),
  });
  if (!result.ok) throw new Error(result.error);
  return { figures: result.value, rejected };
}

const find = (source: string, id: string) =>
  db().report.findUniqueOrThrow({
    where: { sourceKey: `import:${source}:${id}` },
    include: { events: { orderBy: { seq: "asc" } } },
  });

describe("importing reports", () => {
  test("a closed line becomes a fixed report with its true times, its note the public answer", async () => {
    const { figures } = await run(file({ sf_id: "a" }), "closed");
    expect(figures).toMatchObject({ lines: 1, imported: 1, present: 0, rejected: {}, moved: 0 });
    const report = await find("closed", "a");
    const closed = new Date("2019-10-30T05:11:35Z");
    expect(report).toMatchObject({
      municipalityId: "prishtina",
      categoryId: "signs",
      title: "Sign Repair - Missing",
      status: "fixed",
      source: "import",
      language: "en",
      reporterId: null,
      createdAt: new Date("2019-10-03T17:23:25Z"),
      closedAt: closed,
      firstResponseAt: closed,
      answerDueAt: null,
      isPublic: true,
    });
    expect(report.departmentId).not.toBeNull();
    expect(report.events.map(({ kind, statusTo, at }) => [kind, statusTo, at])).toEqual([
      ["submitted", "unconfirmed", report.createdAt],
      ["status", "open", report.createdAt],
      ["status", "fixed", closed],
    ]);
    expect(await findPublicReport(report.ref, anonymous)).toMatchObject({
      story: [{ statusTo: "open" }, { statusTo: "fixed", text: good.note }],
    });
  });

  test("an open line stays open, unanswered, and its note stays inside", async () => {
    await run(file({ sf_id: "o", status: "Open", closed: "", note: "in progress" }), "open");
    const report = await find("open", "o");
    expect(report).toMatchObject({ status: "open", closedAt: null, firstResponseAt: null });
    expect(report.events.at(-1)).toMatchObject({ kind: "note", isPublic: false, text: "in progress" });
  });

  test("closed without being fixed, by its own words, is rejected and not counted as fixed", async () => {
    await run(file({ sf_id: "d", note: "Request is a duplicate and has been previously reported" }), "words");
    expect(await find("words", "d")).toMatchObject({ status: "rejected", duplicateOfId: null });
  });

  test("each kind of bad line is rejected under its number with its reason, and the good ones around it stay", async () => {
    const text = Buffer.concat([
      Buffer.from(
        `\uFEFF${file(
          { sf_id: "1" },
          { sf_id: "2", closed: "2019-10-01T00:00:00Z" },
          { sf_id: "3", category: "aliens" },
          { sf_id: "4", created: "" },
          { sf_id: "5", created: "03/10/2019" },
          { sf_id: "6", closed: "2999-01-01T00:00:00Z" },
          { sf_id: "7", closed: "" },
          { sf_id: "8", status: "Maybe" },
          { sf_id: "9", lat: "" },
          { sf_id: "10", lon: "east" },
          { sf_id: "11", lat: "37.77", lon: "-122.42" },
          { sf_id: "12", lat: "42.635", lon: "21.08" },
          { sf_id: "1" },
          { sf_id: "" },
          { sf_id: "15", note: "double Ã« encoded" },
          '16,"never closed',
          { sf_id: "17" },
          "18,too,few",
          { sf_id: "19", note: 'over two\nlines, with "quotes"' },
          '20,"stray"quote,',
          { sf_id: "21" },
        )}\n`,
      ),
      Buffer.from(row({ sf_id: "22", note: "~" }).replace("~", "\xEB"), "latin1"),
      Buffer.from(`\r\n${row({ sf_id: "23" })}\r\n`),
    ]);
    const { figures, rejected } = await run(text, "bad");
    expect(rejected).toEqual([
      [3, "closed_before_created"],
      [4, "unknown_category"],
      [5, "invalid_date"],
      [6, "invalid_date"],
      [7, "invalid_date"],
      [8, "closed_without_date"],
      [9, "unknown_status"],
      [10, "invalid_position"],
      [11, "invalid_position"],
      [12, "outside"],
      [13, "outside"],
      [14, "duplicate_id"],
      [15, "no_id"],
      [16, "broken_encoding"],
      [17, "broken_line"],
      [19, "broken_line"],
      [22, "broken_line"],
      [24, "broken_encoding"],
    ]);
    expect(figures.imported).toBe(5);
    expect(figures.lines).toBe(figures.imported + rejected.length);
    const keys = await db().report.findMany({ where: { sourceKey: { startsWith: "import:bad:" } } });
    expect(keys.map((report) => report.sourceKey?.split(":")[2]).sort()).toEqual(["1", "17", "19", "21", "23"]);
    expect((await find("bad", "19")).events.at(-1)?.text).toBe('over two\nlines, with "quotes"');
  });

  test("the outlines decide the municipality; near a border a neighbour's name is believed", async () => {
    const { figures } = await run(file({ sf_id: "m", municipality: "peja" }), "moved");
    expect(figures.moved).toBe(1);
    expect(await find("moved", "m")).toMatchObject({ municipalityId: "prishtina" });

    const { outline } = await db().municipality.findUniqueOrThrow({ where: { slug: "gjakova" } });
    const [lon, lat] = ((outline as number[][][])[0] as number[][])[0] as [number, number];
    const border = { lat: String(lat), lon: String(lon) };
    const { rejected } = await run(
      file({ ...border, sf_id: "b", municipality: "gjakova" }, { ...border, sf_id: "c", municipality: "ferizaj" }),
      "border",
    );
    expect(rejected).toEqual([[3, "outside"]]);
    expect(await find("border", "b")).toMatchObject({ municipalityId: "gjakova" });
  });

  test("again on the same file files nothing twice; two sources with the same ids are two", async () => {
    const text = file(...Array.from({ length: 8 }, (_, i) => ({ sf_id: `r${i}` })));
    expect((await run(text, "twice")).figures).toMatchObject({ imported: 8, present: 0 });
    expect((await run(text, "twice")).figures).toMatchObject({ imported: 0, present: 8 });
    expect((await run(text, "other")).figures).toMatchObject({ imported: 8 });
    const both = await Promise.all([run(text, "at once"), run(text, "at once")]);
    expect(both.reduce((sum, { figures }) => sum + figures.imported, 0)).toBe(8);
  });

  test("is for nobody but the system; a file without its columns and a wrong mapping are said in a sentence", async () => {
    const options = { source: "x", mapping: defaultMapping };
    const input = () => Readable.from([Buffer.from(file({}))]);
    expect(await importReports(anonymous, input(), options)).toEqual({ ok: false, error: "forbidden" });
    const wrong = importReports(system, input(), { ...options, mapping: { signs: "no-such-thing" } });
    await expect(wrong).rejects.toThrow(ImportFileError);
    await expect(run("id,created\n1,2", "none")).rejects.toThrow(/lacks the columns sf_id/);
    await expect(run("", "none")).rejects.toThrow(/empty/);
  });
});

describe("npm run import:reports", () => {
  const folder = mkdtemp(join(tmpdir(), "ndreqe-import-"));
  afterAll(async () => rm(await folder, { recursive: true, force: true }));

  function start(path: string): { child: ChildProcess; ended: Promise<{ code: number | null; words: string }> } {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/import-reports.ts", path], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" },
    });
    let words = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (words += chunk));
    return { child, ended: new Promise((done) => child.once("exit", (code) => done({ code, words }))) };
  }

  const imported = (source: string) => db().report.count({ where: { sourceKey: { startsWith: `import:${source}:` } } });

  test("killed in the middle and run again leads to what one run leads to", async () => {
    const path = join(await folder, "killed.csv");
    const lines = Array.from({ length: 1700 }, (_, i) => ({ sf_id: `k${i}`, ...(i % 100 === 0 && { lat: "0" }) }));
    await writeFile(path, file(...lines));
    const first = start(path);
    while ((await imported("killed")) === 0) await sleep(20);
    first.child.kill("SIGKILL");
    await first.ended;
    const half = await imported("killed");
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1683);

    const { code, words } = await start(path).ended;
    expect(words).toContain(`${half} already there`);
    expect(words).toContain("17 rejected");
    expect(code).toBe(0);
    expect(await imported("killed")).toBe(1683);
    const events = await db().reportEvent.count({ where: { report: { sourceKey: { startsWith: "import:killed:" } } } });
    expect(events).toBe(3 * 1683);
    const rejects = await readFile(join(await folder, "killed.rejects.csv"), "utf8");
    expect(rejects.split("\n")[1]).toBe('2,"k0",outside,"the position lies in none of the municipalities"');
    expect(rejects.trim().split("\n")).toHaveLength(18);
  });

  test("says in a sentence what is wrong with what it was given", async () => {
    const { code, words } = await start("no-such-file.csv").ended;
    expect([code, words.trim()]).toEqual([1, "There is no file no-such-file.csv."]);
  });
});

const real = join(process.cwd(), "../shared/data/reports-transplanted.csv");

const present = existsSync(real);

describe("the 9,998 real histories", () => {
  test.runIf(present)(
    present
      ? "are all accounted for, and the database's own rules hold over them"
      : "not tried: shared/data/reports-transplanted.csv does not stand beside the repository",
    { timeout: 180_000 },
    async () => {
      const result = await importReports(system, createReadStream(real), { source: "sf", mapping: defaultMapping });
      const figures = result.ok ? result.value : undefined;
      expect(figures).toMatchObject({ lines: 9998, imported: 9950, rejected: { closed_before_created: 48 }, moved: 0 });
      const apart = await db().$queryRaw`
        select id from report r where status is distinct from
          (select status_to from report_event e where e.report_id = r.id and status_to is not null order by seq desc limit 1)`;
      expect(apart).toEqual([]);
    },
  );
});
