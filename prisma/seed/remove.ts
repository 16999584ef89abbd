import { isDemoAddress } from "../../lib/accounts/demo";
import { db, type Tx } from "../../lib/db/client";
import { removePhotoFiles } from "../../lib/photos/keep";

/**
 * How much was taken away; `kept` are demonstration people whom real assessments name, left without a way in,
 * `roles` those of real mailboxes that nobody but the demonstration gave.
 */
export type Removed = { mandates: number; reports: number; people: number; kept: number; roles: number };

/**
 * Takes everything away that demonstration mode brought: sample mandates with their pledges and assessments, the
 * reports of the demonstration and those that its people filed, their e-mails, and the people, with every way in that
 * stood open to whoever tried it. What is real stays; everybody signs in anew.
 * @throws when a real report was closed as the duplicate of one that goes
 */
export async function removeDemo(): Promise<Removed> {
  const { removed, photos } = await db().$transaction(
    async (tx) => {
      // The two exceptions that the database knows from what is never deleted, said aloud for this transaction.
      await tx.$executeRaw`select set_config('ndreqe.removing_samples', 'on', true), set_config('ndreqe.erasing', 'on', true)`;
      const people = (await tx.person.findMany({ select: { id: true, email: true } })).flatMap(({ id, email }) =>
        email && isDemoAddress(email) ? [{ id, email }] : [],
      );
      const ids = people.map(({ id }) => id);
      const mandates = await removeSampleMandates(tx);
      const { reports, photos } = await removeReports(tx, ids);
      await tx.outboundMail.deleteMany({ where: { toAddress: { in: people.map(({ email }) => email) } } });
      const roles = await closeDoors(tx, ids);
      const kept = await removePeople(tx, ids);
      return { removed: { mandates, reports, people: ids.length - kept, kept, roles }, photos };
    },
    { timeout: 120_000 },
  );
  await removePhotoFiles(photos);
  return removed;
}

async function removeSampleMandates(tx: Tx): Promise<number> {
  const pledge = { mandate: { sample: true } };
  await tx.mayorReply.deleteMany({ where: { assessment: { pledge } } });
  await tx.evidence.deleteMany({ where: { assessment: { pledge } } });
  await tx.assessment.deleteMany({ where: { pledge } });
  await tx.pledge.deleteMany({ where: pledge });
  return (await tx.mandate.deleteMany({ where: { sample: true } })).count;
}

async function removeReports(tx: Tx, people: string[]) {
  const gone = { OR: [{ sourceKey: { startsWith: "demo:" } }, { reporterId: { in: people } }] };
  const leaning = await tx.report.findFirst({ where: { NOT: gone, duplicateOf: gone }, select: { ref: true } });
  if (leaning) throw new Error(`The report ${leaning.ref} is real and the duplicate of a sample: reopen it first.`);
  const ids = (await tx.report.findMany({ where: gone, select: { id: true } })).map(({ id }) => id);
  const ofThem = { reportId: { in: ids } };
  const photos = await tx.photo.findMany({ where: ofThem, select: { id: true } });
  await tx.photo.deleteMany({ where: ofThem });
  await tx.follow.deleteMany({ where: ofThem });
  await tx.support.deleteMany({ where: ofThem });
  await tx.feedback.deleteMany({ where: ofThem });
  await tx.flag.deleteMany({ where: ofThem });
  await tx.eventHiding.deleteMany({ where: { event: ofThem } });
  await tx.reportEvent.deleteMany({ where: ofThem });
  const { count } = await tx.report.deleteMany({ where: { id: { in: ids } } });
  return { reports: count, photos: photos.map(({ id }) => id) };
}

const grantKey = (personId: string, role: string, municipalityId: string | null | undefined): string =>
  `${personId} ${role} ${municipalityId ?? ""}`;

/** Roles that go back to a demonstration administrator, however many hands they went through since. */
async function unfoundedRoles(tx: Tx, demo: string[]): Promise<Set<string>> {
  const events = await tx.auditEvent.findMany({
    where: { action: "role.grant" },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const unfounded = new Set<string>();
  for (const { actorId, subject, data } of events) {
    const { role, municipalityId } = (data ?? {}) as { role: string; municipalityId?: string | null };
    const key = grantKey(subject.replace("person:", ""), role, municipalityId);
    const isUnfounded = actorId && (demo.includes(actorId) || unfounded.has(grantKey(actorId, "admin", null)));
    if (isUnfounded) unfounded.add(key);
    else unfounded.delete(key);
  }
  return unfounded;
}

/**
 * Anybody could be the demonstration's administrator and give roles to a mailbox of their own, and anybody could read the
 * outbox and open a session in another's name: those roles, the links still open and every session end.
 * @returns how many roles were taken away
 */
async function closeDoors(tx: Tx, demo: string[]): Promise<number> {
  const unfounded = await unfoundedRoles(tx, demo);
  const grants = await tx.roleGrant.findMany({ where: { personId: { notIn: demo } } });
  const going = grants.filter(({ personId, role, municipalityId }) =>
    unfounded.has(grantKey(personId, role, municipalityId)),
  );
  await tx.roleGrant.deleteMany({ where: { id: { in: going.map(({ id }) => id) } } });
  await tx.auditEvent.createMany({
    data: going.map(({ personId, role, municipalityId }) => ({
      action: "role.revoke",
      subject: `person:${personId}`,
      data: { role, municipalityId },
    })),
  });
  await tx.verificationToken.deleteMany();
  await tx.person.updateMany({ data: { sessionEpoch: { increment: 1 } } });
  return going.length;
}

/** @returns how many have to stay: a published assessment names them */
async function removePeople(tx: Tx, ids: string[]): Promise<number> {
  const named = await tx.person.findMany({
    where: { id: { in: ids }, OR: [{ authored: { some: {} } }, { reviewed: { some: {} } }] },
    select: { id: true },
  });
  const stay = named.map(({ id }) => id);
  await tx.roleGrant.deleteMany({ where: { personId: { in: stay } } });
  await tx.person.updateMany({
    where: { id: { in: stay } },
    data: { passwordHash: null, sessionEpoch: { increment: 1 } },
  });
  await tx.person.deleteMany({ where: { id: { in: ids, notIn: stay } } });
  return stay.length;
}
