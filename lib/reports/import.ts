import "server-only";
import type { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { attempt, Refusal, type Result } from "../errors";
import { locate } from "../geo/locate";
import { listOutlines } from "../municipalities/queries";
import { ImportFileError, readCsv } from "./import-csv";
import { type ImportedReport, importColumns, type RejectReason, readLine } from "./import-line";
import type { CategoryMapping } from "./import-mapping";
import { isSystem } from "./policy";
import { newRef } from "./ref";

export type ImportOptions = {
  /** Where the reports come from; with a line's id it makes the key that keeps a second run from filing it twice. */
  source: string;
  mapping: CategoryMapping;
  /** Reports a transaction. */
  batchSize?: number;
  /** Ends the import after the batch at hand. */
  signal?: AbortSignal;
  onReject?: (line: number, id: string, reason: RejectReason) => void;
  onProgress?: (figures: ImportFigures) => void;
  now?: Date;
};

/** Every line of the file is in exactly one of imported, present and rejected. */
export type ImportFigures = {
  lines: number;
  imported: number;
  /** In the database from an earlier run. */
  present: number;
  rejected: Partial<Record<RejectReason, number>>;
  /** Imported or present, but into another municipality than the file says. */
  moved: number;
  interrupted: boolean;
};

/**
 * Reads reports with their histories from CSV into the database, in batches of one transaction each: whenever it
 * ends, running it again on the same file leads to the same result. Nobody is told of imported reports.
 * @param input bytes of the file, UTF-8 with a line of column names; never held in memory as a whole
 * @returns what became of the lines
 * @throws ImportFileError when a column is missing or the mapping names a category that doesn't exist
 */
export function importReports(actor: Actor, input: Readable, options: ImportOptions): Promise<Result<ImportFigures>> {
  return attempt(async () => {
    if (!isSystem(actor)) throw new Refusal("forbidden");
    const { source, mapping, batchSize = 500, signal, onReject, onProgress, now = new Date() } = options;
    const outlines = await listOutlines();
    const write = await batchWriter(source, mapping);
    const figures: ImportFigures = { lines: 0, imported: 0, present: 0, rejected: {}, moved: 0, interrupted: false };
    const seen = new Set<string>();
    let batch: ImportedReport[] = [];

    const reject = (line: number, id: string, reason: RejectReason) => {
      figures.rejected[reason] = (figures.rejected[reason] ?? 0) + 1;
      onReject?.(line, id, reason);
    };
    const flush = async () => {
      const imported = await write(batch);
      figures.imported += imported;
      figures.present += batch.length - imported;
      batch = [];
      onProgress?.(figures);
    };

    for await (const read of readCsv(input, importColumns)) {
      figures.lines++;
      if (!read.record) {
        reject(read.line, "", "broken_line");
        continue;
      }
      const id = read.record.sf_id.trim();
      const report = seen.has(id)
        ? "duplicate_id"
        : readLine(read.record, { mapping, locate: (position) => locate(position, outlines), now });
      if (typeof report === "string") {
        reject(read.line, id, report);
        continue;
      }
      seen.add(id);
      if (report.moved) figures.moved++;
      if (batch.push(report) >= batchSize) await flush();
      if (signal?.aborted) break;
    }
    if (batch.length > 0) await flush();
    figures.interrupted = signal?.aborted ?? false;
    return figures;
  });
}

/** Prepares what all batches need: departments by route, and a check of the mapping. */
async function batchWriter(source: string, mapping: CategoryMapping) {
  const [categories, routes] = await Promise.all([
    db().category.findMany({ select: { slug: true } }),
    db().categoryRoute.findMany(),
  ]);
  const known = new Set(categories.map((row) => row.slug));
  const unknown = [...new Set(Object.values(mapping))].filter((slug) => !known.has(slug));
  if (unknown.length > 0)
    throw new ImportFileError(`The mapping names categories that don't exist: ${unknown.join(", ")}.`);
  const departments = new Map(routes.map((row) => [`${row.municipalityId} ${row.categoryId}`, row.departmentId]));

  /** Writes a batch in one transaction. @returns how many were new */
  return async (batch: ImportedReport[]): Promise<number> => {
    for (let tries = 1; ; tries++) {
      try {
        return await writeBatch(source, departments, batch);
      } catch (error) {
        // A reference or a key was taken by somebody else in the meantime: once more, with what is there now.
        const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
        if (!taken || tries === 5) throw error;
      }
    }
  };
}

function writeBatch(source: string, departments: Map<string, string>, batch: ImportedReport[]): Promise<number> {
  const keyOf = (report: ImportedReport) => `import:${source}:${report.externalId}`;
  return db().$transaction(
    async (tx) => {
      const there = await tx.report.findMany({
        where: { sourceKey: { in: batch.map(keyOf) } },
        select: { sourceKey: true },
      });
      const keys = new Set(there.map((row) => row.sourceKey));
      const fresh = batch.filter((report) => !keys.has(keyOf(report)));
      if (fresh.length === 0) return 0;
      const refs = await freeRefs(tx, fresh.length);
      const rows = fresh.map((report, i) => ({
        id: uuidv7({ msecs: report.createdAt.getTime() }),
        ref: refs[i] ?? "",
        sourceKey: keyOf(report),
        departmentId: departments.get(`${report.municipalityId} ${report.categoryId}`) ?? null,
        report,
      }));
      await tx.report.createMany({ data: rows.map(({ report, ...row }) => ({ ...row, ...columnsOf(report) })) });
      await tx.reportEvent.createMany({ data: rows.flatMap(({ id, report }) => eventsOf(id, report)) });
      return fresh.length;
    },
    { timeout: 120_000, maxWait: 30_000 },
  );
}

/** So many references that nobody has and that differ from one another. */
async function freeRefs(tx: Prisma.TransactionClient, count: number): Promise<string[]> {
  const refs = new Set<string>();
  while (refs.size < count) {
    const drawn = new Set<string>();
    while (refs.size + drawn.size < count) drawn.add(newRef());
    const taken = await tx.report.findMany({ where: { ref: { in: [...drawn] } }, select: { ref: true } });
    for (const { ref } of taken) drawn.delete(ref);
    for (const ref of drawn) refs.add(ref);
  }
  return [...refs];
}

/**
 * Closing is the first public act the file tells of, so it counts as the first response. An open line's update may
 * have been anything: no response is claimed for it. Targets were promised by nobody then: none apply.
 */
function columnsOf({ municipalityId, categoryId, title, lat, lon, createdAt, closedAt, status }: ImportedReport) {
  return {
    ...{ municipalityId, categoryId, title, lat, lon, status, createdAt, closedAt },
    language: "en" as const,
    source: "import" as const,
    confirmedAt: createdAt,
    statusAt: closedAt ?? createdAt,
    firstResponseAt: closedAt,
    version: closedAt ? 3 : 2,
  };
}

function eventsOf(reportId: string, report: ImportedReport): Prisma.ReportEventCreateManyInput[] {
  const { createdAt, updatedAt, closedAt, status, note, origin } = report;
  const base = { reportId, isPublic: true };
  const events: Prisma.ReportEventCreateManyInput[] = [
    {
      ...base,
      kind: "submitted",
      at: createdAt,
      actorKind: "citizen",
      isPublic: false,
      statusTo: "unconfirmed",
      data: origin,
    },
    { ...base, kind: "status", at: createdAt, actorKind: "citizen", statusFrom: "unconfirmed", statusTo: "open" },
  ];
  if (closedAt) {
    events.push({
      ...base,
      kind: "status",
      at: closedAt,
      actorKind: "municipality",
      statusFrom: "open",
      statusTo: status,
      ...(note && { text: note }),
    });
  } else if (note) {
    // Not known to have been said to anybody: kept for the municipality alone.
    const at = updatedAt && updatedAt > createdAt ? updatedAt : createdAt;
    events.push({ ...base, kind: "note", at, actorKind: "municipality", isPublic: false, text: note });
  }
  return events;
}
