import "server-only";
import { db, type Tx } from "../db/client";
import type { Locale } from "../i18n/locales";
import type { Cadence, FollowKey } from "./schema";

/** What the followers of an event are found by. */
export type Occasion = {
  eventId: string;
  /** Told to those who follow the report itself. */
  report: boolean;
  /** Told to those who follow an area in which the report lies. */
  areas: boolean;
  /** Who isn't told: whoever did it, and whoever is told of it otherwise. */
  except: string[];
};

/**
 * Notes whom an event is told to: each person once, by the strongest of their follows that match. Each way to follow is
 * looked up by an index. Doing it again adds nobody twice.
 */
export async function noteEvent({ eventId, report, areas, except }: Occasion): Promise<void> {
  await db().$executeRaw`
    with happened as (
      select r.id, r.municipality_id, r.category_id, r.lat, r.lon
      from report_event e join report r on r.id = e.report_id where e.id = ${eventId}::uuid
    ), matching as (
      select f.person_id, f.cadence, 'report:' || f.report_id as cause, 0 as rank
      from happened h join follow f on f.report_id = h.id where ${report}
      union all
      select f.person_id, f.cadence, 'area:' || f.id, case f.kind when 'municipality' then 4 else 3 end
      from happened h join area_follow f on f.municipality_id = h.municipality_id and (f.category_id is null or f.category_id = h.category_id)
      where ${areas}
      union all
      select f.person_id, f.cadence, 'area:' || f.id, 5
      from happened h join area_follow f on f.category_id = h.category_id and f.municipality_id is null
      where ${areas}
      union all
      select f.person_id, f.cadence, 'area:' || f.id, case f.kind when 'circle' then 1 else 2 end
      from happened h join area_follow f on f.radius is not null
        and circle_box(f.lat, f.lon, f.radius) @> box(point(h.lon, h.lat))
        and metres_between(f.lat, f.lon, h.lat, h.lon) <= f.radius
      where ${areas}
    )
    insert into notice (event_id, person_id, cadence, causes)
    select ${eventId}::uuid, m.person_id, min(m.cadence), array_agg(m.cause order by m.rank, m.cause)
    from matching m join person p on p.id = m.person_id
    where p.email is not null and m.person_id <> all (${except}::uuid[])
    group by m.person_id
    on conflict do nothing`;
}

/** A busy server may take its time over a hundred e-mails, in milliseconds. */
export const PATIENT = { timeout: 60_000 };

/** Somebody who is to be told at once. */
export type Reader = { personId: string; email: string; locale: Locale; causes: FollowKey[] };

/**
 * Tells those who are to be told of an event at once, so many in a transaction: a job that breaks off goes on where it was.
 * @param tell writes their e-mails, in the transaction that notes them told
 */
export async function tellAtOnce(
  eventId: string,
  tell: (tx: Tx, readers: Reader[]) => Promise<void>,
  batch = 100,
): Promise<void> {
  for (;;) {
    const told = await db().$transaction(async (tx) => {
      const readers = await tx.$queryRaw<Reader[]>`
        with next as (
          select person_id from notice where event_id = ${eventId}::uuid and cadence = 'instant' and told_at is null
          order by person_id limit ${batch} for update skip locked
        )
        update notice n set told_at = now() from next, person p
        where n.event_id = ${eventId}::uuid and n.person_id = next.person_id and p.id = n.person_id
        returning n.person_id as "personId", p.email, p.locale, n.causes`;
      await tell(
        tx,
        readers.filter(({ email }) => email !== null),
      );
      return readers.length;
    }, PATIENT);
    if (told === 0) return;
  }
}

/** Follows of a person, as notices name them. */
const keysOf = async (tx: Tx, personId: string): Promise<Set<string>> => {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select 'report:' || report_id as key from follow where person_id = ${personId}::uuid
    union all select 'area:' || id from area_follow where person_id = ${personId}::uuid`;
  return new Set(rows.map(({ key }) => key));
};

/** What waits in a digest: an event, and those of the follows that caused it which still stand. */
export type Waiting = { eventId: string; causes: FollowKey[] };

/**
 * Makes a person's digests come one after the other: held until the transaction ends.
 * @returns null where another process is at it
 */
export async function lockReader(tx: Tx, personId: string): Promise<{ email: string; locale: Locale } | null> {
  const [person] = await tx.$queryRaw<{ email: string; locale: Locale }[]>`
    select email, locale from person where id = ${personId}::uuid and email is not null for no key update skip locked`;
  return person ?? null;
}

/**
 * Takes what waits for a person's digest up to a moment, and notes it told.
 * What only follows brought that have been ended since is left out of it.
 */
export async function takeWaiting(tx: Tx, personId: string, cadence: Cadence, due: Date): Promise<Waiting[]> {
  const rows = await tx.$queryRaw<Waiting[]>`
    update notice set told_at = now()
    where person_id = ${personId}::uuid and cadence = ${cadence}::"Cadence" and told_at is null and created_at < ${due}
    returning event_id as "eventId", causes`;
  const standing = await keysOf(tx, personId);
  return rows
    .map(({ eventId, causes }) => ({ eventId, causes: causes.filter((key) => standing.has(key)) }))
    .filter(({ causes }) => causes.length > 0);
}

/**
 * People for whom something waits in a digest, in the order of their ids.
 * @param after the last one of the part before
 */
export async function listWaitingPeople(
  cadence: Cadence,
  due: Date,
  after: string | undefined,
  limit = 500,
): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select distinct person_id as id from notice
    where told_at is null and cadence = ${cadence}::"Cadence" and created_at < ${due}
      and person_id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
    order by person_id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Notices are kept so long after they were told: longer than a job is tried again. */
const NOTICE_DAYS = 30;

/** Forgets who was told of what, after its time. For the worker. */
export async function forgetOldNotices(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - NOTICE_DAYS * 24 * 3600 * 1000);
  await db().notice.deleteMany({ where: { toldAt: { lt: before } } });
}
