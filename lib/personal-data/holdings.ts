import "server-only";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { photoUrl } from "../photos/sizes";

/** Whose data: the account, and the mailbox it was made with, if any. */
export type Who = { id: string; email: string | null };

/**
 * One kind of data about a person: where it stands, how it is read for them, and what becomes of it with their account.
 * Every column that points at a person or holds an address is named in one of these (tested over the whole database).
 */
export type Holding = {
  columns: string[];
  read: (who: Who) => Promise<unknown>;
  /** Absent: it stays, pointing at the emptied account. The reason stands beside it. */
  erase?: (tx: Tx, who: Who) => Promise<unknown>;
};

const ref = { select: { ref: true } } as const;
const report = { report: ref } as const;

/** Everything held about people; the names stand in the download. */
export const holdings: Record<string, Holding> = {
  account: {
    columns: ["person.email", "person.email_verified"],
    read: async ({ id }) => {
      const { passwordHash, linkHash, ...row } = await db().person.findUniqueOrThrow({
        where: { id },
        select: {
          id: true,
          email: true,
          name: true,
          locale: true,
          dutyAtOnce: true,
          emailVerified: true,
          createdAt: true,
          passwordHash: true,
          linkHash: true,
        },
      });
      return { ...row, hasPassword: passwordHash !== null, hasPrivateLink: linkHash !== null };
    },
    erase: (tx, { id }) =>
      tx.person.update({
        where: { id },
        data: {
          email: null,
          linkHash: null,
          name: null,
          passwordHash: null,
          emailVerified: null,
          erasedAt: new Date(),
          sessionEpoch: { increment: 1 },
        },
      }),
  },
  roles: {
    columns: ["role_grant.person_id"],
    read: ({ id }) =>
      db().roleGrant.findMany({
        where: { personId: id },
        select: { role: true, municipalityId: true, departmentId: true, createdAt: true },
      }),
    erase: (tx, { id }) => tx.roleGrant.deleteMany({ where: { personId: id } }),
  },
  openSignInLinks: {
    columns: ["verification_token.identifier"],
    read: ({ email }) =>
      db().verificationToken.findMany({ where: { identifier: email ?? "" }, select: { expires: true } }),
    erase: (tx, { email }) => tx.verificationToken.deleteMany({ where: { identifier: email ?? "" } }),
  },
  emails: {
    columns: ["outbound_mail.to_address"],
    read: ({ email }) =>
      db().outboundMail.findMany({
        where: { toAddress: email ?? "" },
        orderBy: { createdAt: "asc" },
        select: { createdAt: true, sentAt: true, subject: true, text: true },
      }),
    erase: (tx, { email }) => tx.outboundMail.deleteMany({ where: { toAddress: email ?? "" } }),
  },
  reports: {
    columns: ["report.reporter_id", "report.pending_email", "report.reporter_name"],
    read: async ({ id, email }) => {
      const rows = await db().report.findMany({
        where: { OR: [{ reporterId: id }, { pendingEmail: email ?? "" }] },
        orderBy: { createdAt: "asc" },
        select: {
          ref: true,
          title: true,
          details: true,
          placeText: true,
          lat: true,
          lon: true,
          municipalityId: true,
          categoryId: true,
          language: true,
          status: true,
          reporterName: true,
          nameShown: true,
          pendingEmail: true,
          createdAt: true,
          confirmedAt: true,
          photos: { select: { id: true } },
          contact: { select: { name: true, phone: true, email: true } },
        },
      });
      return rows.map(({ photos, ...row }) => ({
        ...row,
        photos: photos.map((photo) => config().BASE_URL + photoUrl(photo.id, "large")),
      }));
    },
    // The report stays as it is public; who filed it doesn't. A link that still waits opens nothing any more.
    erase: async (tx, { id, email }) => {
      const whose = { OR: [{ reporterId: id }, { pendingEmail: email ?? "" }] };
      await tx.reportContact.deleteMany({ where: { report: whose } });
      await tx.report.updateMany({
        where: whose,
        data: { reporterId: null, reporterName: null, nameShown: false, pendingEmail: null },
      });
    },
  },
  contacts: {
    columns: ["report_contact.email", "report_contact.phone"],
    read: ({ email }) =>
      db().reportContact.findMany({
        where: { email: email ?? "" },
        select: { name: true, phone: true, email: true, ...report },
      }),
    erase: (tx, { email }) => tx.reportContact.deleteMany({ where: { email: email ?? "" } }),
  },
  unsentForms: {
    // The address stands inside "data"; the rest of a form is reached by its cookie alone.
    columns: [],
    read: ({ email }) =>
      db().reportDraft.findMany({
        where: { data: { path: ["email"], equals: email ?? "" } },
        select: { createdAt: true, expiresAt: true, data: true },
      }),
    erase: (tx, { email }) =>
      tx.$executeRaw`update report_draft set data = data - 'email' - 'name' where data->>'email' = ${email ?? ""}`,
  },
  steps: {
    columns: ["report_event.actor_id"],
    read: ({ id }) =>
      db().reportEvent.findMany({
        where: { actorId: id },
        orderBy: { seq: "asc" },
        select: { at: true, kind: true, actorKind: true, statusTo: true, text: true, isPublic: true, ...report },
      }),
    // What a citizen did stays in the story without them, but not words they corrected; what was done in a municipality's name stays its own.
    erase: (tx, { id }) =>
      tx.$executeRaw`update report_event set actor_id = null, data = case when kind = 'corrected' then null else data end where actor_id = ${id}::uuid and actor_kind = 'citizen'`,
  },
  assigned: {
    columns: ["report.assignee_id"],
    read: ({ id }) => db().report.findMany({ where: { assigneeId: id }, select: { ref: true } }),
    erase: (tx, { id }) => tx.report.updateMany({ where: { assigneeId: id }, data: { assigneeId: null } }),
  },
  reportsFollowed: {
    columns: ["follow.person_id"],
    read: ({ id }) =>
      db().follow.findMany({ where: { personId: id }, select: { cadence: true, createdAt: true, ...report } }),
    erase: (tx, { id }) => tx.follow.deleteMany({ where: { personId: id } }),
  },
  areasFollowed: {
    columns: ["area_follow.person_id"],
    read: ({ id }) => db().areaFollow.findMany({ where: { personId: id }, omit: { personId: true } }),
    erase: (tx, { id }) => tx.areaFollow.deleteMany({ where: { personId: id } }),
  },
  newsTold: {
    columns: ["notice.person_id"],
    read: ({ id }) =>
      db().notice.findMany({
        where: { personId: id },
        select: { cadence: true, createdAt: true, toldAt: true, event: { select: { kind: true, ...report } } },
      }),
    erase: (tx, { id }) => tx.notice.deleteMany({ where: { personId: id } }),
  },
  meToo: {
    columns: ["support.person_id"],
    read: ({ id }) => db().support.findMany({ where: { personId: id }, select: { createdAt: true, ...report } }),
    // Stays counted, for nobody: without it the number on the report would change.
  },
  feedback: {
    columns: ["feedback.person_id"],
    read: ({ id }) =>
      db().feedback.findMany({ where: { personId: id }, select: { answer: true, updatedAt: true, ...report } }),
    // Stays counted, for nobody.
  },
  flags: {
    columns: ["flag.person_id"],
    read: ({ id }) =>
      db().flag.findMany({
        where: { personId: id },
        select: { reason: true, text: true, createdAt: true, settledAt: true, ...report },
      }),
    // What was pointed out waits for the moderators all the same; the words go.
    erase: (tx, { id }) => tx.flag.updateMany({ where: { personId: id }, data: { text: "" } }),
  },
  flagsSettled: {
    columns: ["flag.settled_by"],
    read: ({ id }) =>
      db().flag.findMany({ where: { settledBy: id }, select: { reason: true, settledAt: true, ...report } }),
    // A moderator's act.
  },
  assessments: {
    columns: ["assessment.author_id", "assessment.reviewer_id"],
    read: ({ id }) =>
      db().assessment.findMany({
        where: { OR: [{ authorId: id }, { reviewerId: id }] },
        select: { id: true, authorId: true, reviewerId: true, status: true, asOf: true, publishedAt: true },
      }),
    // A published rating keeps that two different people made it; nobody is named in it.
  },
  audit: {
    columns: ["audit_event.actor_id"],
    read: ({ id }) =>
      db().auditEvent.findMany({
        where: { OR: [{ actorId: id }, { subject: `person:${id}` }] },
        orderBy: { at: "asc" },
        select: { at: true, action: true, subject: true, data: true },
      }),
    // What staff did with their rights stays on record, under an account that names nobody.
  },
};
