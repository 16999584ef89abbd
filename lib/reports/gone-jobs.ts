import "server-only";
import { db } from "../db/client";
import { PATIENT } from "../follows/notices";
import { type Locale, localName } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";

type Follower = { personId: string; email: string | null; locale: Locale };

const BATCH = 100;

/**
 * Tells the followers of a report that left the public view so, once and whatever their pace, and ends their follows:
 * there is nothing left to be told of. Nothing that was typed stands in it. Whoever took it away knows.
 */
export async function tellGone({ eventId }: { eventId: string }): Promise<void> {
  const { actorId, report, kind } = await db().reportEvent.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      kind: true,
      actorId: true,
      report: {
        select: { id: true, ref: true, isPublic: true, reporterId: true, municipality: true, category: true },
      },
    },
  });
  // Brought back before anybody was told.
  if (report.isPublic) return;
  const what = kind === "withdrawn" ? "withdrawn" : "hidden";
  for (;;) {
    const ended = await db().$transaction(async (tx) => {
      // The follow goes in the transaction that writes its last e-mail: broken off and run again, nobody is told twice.
      const readers = await tx.$queryRaw<Follower[]>`
        with next as (
          select person_id from follow where report_id = ${report.id}::uuid
          order by person_id limit ${BATCH} for update skip locked
        ), ended as (
          delete from follow f using next where f.report_id = ${report.id}::uuid and f.person_id = next.person_id
          returning f.person_id
        )
        select p.id as "personId", p.email, p.locale from ended join person p on p.id = ended.person_id`;
      for (const { personId, email, locale } of readers) {
        if (personId === actorId) continue;
        const { t } = texts(locale);
        const about = {
          ref: report.ref,
          category: localName(report.category, locale),
          municipality: localName(report.municipality, locale),
        };
        await queueMail(
          tx,
          email,
          locale,
          {
            subject: t(`mail.gone.${what}_subject`, { ref: report.ref }),
            paragraphs: [t(`mail.gone.${what}_body`, about), t("mail.gone.ends")],
            reason: t(personId === report.reporterId ? "mail.gone.reason_reporter" : "mail.gone.reason"),
          },
          `gone:${eventId}:${personId}`,
        );
      }
      return readers.length;
    }, PATIENT);
    if (ended === 0) return;
  }
}
