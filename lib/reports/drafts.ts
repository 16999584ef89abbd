import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { removePhotos } from "../photos/keep";
import { deriveSecret, hashSecret } from "../secrets";
import { type DraftData, draftSchema } from "./schema";

const DAYS = 24 * 3600 * 1000;
/** A draft is kept so long after its beginning. */
export const DRAFT_DAYS = 14;

/** Cookie that holds a draft's secret. */
export const DRAFT_COOKIE = "draft";

/** A draft as its person sees it. */
export type Draft = {
  id: string;
  data: DraftData;
  photos: { id: string; width: number; height: number }[];
  reportId: string | null;
};

/**
 * Begins a draft.
 * @param ip address of the visitor, for the limit
 * @returns the secret that opens it, for the person's cookie; only its hash is kept
 */
export async function startDraft(_actor: Actor, ip: string): Promise<Result<{ secret: string }>> {
  return attempt(async () => {
    await spend("draft_address", ip);
    const secret = randomBytes(24).toString("base64url");
    await db().reportDraft.create({
      data: { secretHash: hashSecret(secret), data: {}, expiresAt: new Date(Date.now() + DRAFT_DAYS * DAYS) },
    });
    return { secret };
  });
}

/** The draft a secret opens; null when there is none or it has run out. */
export async function findDraft(secret: string | undefined): Promise<Draft | null> {
  if (!secret) return null;
  const row = await db().reportDraft.findUnique({
    where: { secretHash: hashSecret(secret), expiresAt: { gt: new Date() } },
    include: {
      photos: {
        where: { reportId: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, width: true, height: true },
      },
    },
  });
  return row && { id: row.id, data: draftSchema.parse(row.data), photos: row.photos, reportId: row.reportId };
}

/** The secret of the private link of who sends a draft without an e-mail: made again for whoever holds the draft's. */
export const privateLinkOf = (draftSecret: string): string => deriveSecret("private-link", draftSecret);

/** A report that was sent from a draft, as its person sees it. */
export type SentReport = {
  ref: string;
  title: string;
  /** "look": filed without an e-mail, somebody looks at it first; "refused": somebody did. */
  state: "unconfirmed" | "look" | "refused" | "taken_back" | "expired" | "public" | "hidden";
  /** Where the link went, while it waits to be opened. */
  email: string | null;
  /** Secret of the private link that was made with it. */
  privateLink: string | null;
};

/** The report that the draft became; null when it has not been sent. */
export async function findSent(secret: string | undefined): Promise<SentReport | null> {
  const draft = await findDraft(secret);
  if (!draft?.reportId) return null;
  const report = await db().report.findUniqueOrThrow({
    where: { id: draft.reportId },
    select: {
      ref: true,
      title: true,
      status: true,
      isPublic: true,
      pendingEmail: true,
      lookSince: true,
      withdrawnAt: true,
      reporter: { select: { linkHash: true } },
    },
  });
  const { ref, title, status, isPublic, pendingEmail, lookSince, withdrawnAt, reporter } = report;
  const link = privateLinkOf(secret ?? "");
  return {
    ref,
    title,
    state:
      status === "unconfirmed"
        ? lookSince
          ? "look"
          : "unconfirmed"
        : status === "expired"
          ? lookSince
            ? withdrawnAt
              ? "taken_back"
              : "refused"
            : "expired"
          : isPublic
            ? "public"
            : "hidden",
    email: pendingEmail && maskEmail(pendingEmail),
    privateLink: reporter?.linkHash === hashSecret(link) ? link : null,
  };
}

/** An address its owner knows again and nobody else learns: "arta@example.com" becomes "a•••@example.com". */
export const maskEmail = (email: string): string => email.replace(/^(.)[^@]*/, "$1•••");

/** Adds what was typed to a draft; keys that are given replace, undefined ones are taken away. */
export async function saveDraft(_actor: Actor, secret: string | undefined, patch: DraftData): Promise<Result> {
  return attempt(async () => {
    const draft = await openDraft(secret);
    const data = { ...draft.data, ...patch };
    // What is sent in this moment has been emptied of what was typed, and stays so.
    const { count } = await db().reportDraft.updateMany({ where: { id: draft.id, reportId: null }, data: { data } });
    if (count === 0) throw new Refusal("draft_missing");
  });
}

/** The draft a secret opens, while it isn't sent. @throws Refusal draft_missing */
export async function openDraft(secret: string | undefined): Promise<Draft> {
  const draft = await findDraft(secret);
  if (!draft || draft.reportId) throw new Refusal("draft_missing");
  return draft;
}

/** Throws a draft away with its photos: for whoever shares a phone. A report that was sent stays. */
export async function discardDraft(_actor: Actor, secret: string | undefined): Promise<Result> {
  return attempt(async () => {
    const draft = await openDraft(secret);
    await removePhotos({ draftId: draft.id, reportId: null });
    await db().reportDraft.deleteMany({ where: { id: draft.id, reportId: null } });
  });
}
