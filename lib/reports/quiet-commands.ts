import "server-only";
import type { Actor } from "../accounts/actor";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { Prisma } from "../db/generated/client";
import { attempt, Refusal, type Result } from "../errors";
import { texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";
import { answerToken } from "./answer-links";
import { isSystem } from "./policy";
import { openStatuses } from "./status";

/** An open report of which the public has heard nothing for so long is quiet. */
export const QUIET_DAYS = 28;

const DAY = 24 * 3600 * 1000;
const BATCH = 200;

/**
 * Asks the reporters of open reports that went quiet whether the problem is still there: once for each quiet time.
 * A report that is planned for a day to come waits for that day. For the worker.
 * @returns how many were asked
 */
export function askQuiet(actor: Actor, now = new Date()): Promise<Result<number>> {
  return attempt(async () => {
    if (!isSystem(actor)) throw new Refusal("forbidden");
    let asked = 0;
    for (;;) {
      const ids = await quietReports(now, BATCH);
      for (const id of ids) await db().$transaction((tx) => ask(tx, id, now));
      asked += ids.length;
      if (ids.length < BATCH) return asked;
    }
  });
}

/** Reports whose reporter is to be asked now. */
async function quietReports(now: Date, limit: number): Promise<string[]> {
  const quiet = new Date(now.getTime() - QUIET_DAYS * DAY);
  const open = Prisma.sql`array[${Prisma.join([...openStatuses])}]::"ReportStatus"[]`;
  const rows = await db().$queryRaw<{ id: string }[]>`
    select r.id from report r
    where r.is_public and r.reporter_id is not null and r.status = any(${open}) and r.confirmed_at < ${quiet}
      and r.withdrawn_at is null
      and (r.planned_for is null or r.planned_for < ${now}::date)
      and not exists (select 1 from report_event e where e.report_id = r.id and e.is_public and e.at >= ${quiet})
      and (r.still_asked_at is null
        or exists (select 1 from report_event e where e.report_id = r.id and e.is_public and e.at > r.still_asked_at))
    order by r.confirmed_at limit ${limit}`;
  return rows.map(({ id }) => id);
}

async function ask(tx: Tx, id: string, now: Date): Promise<void> {
  const report = await tx.report.update({
    where: { id },
    data: { stillAskedAt: now },
    select: { ref: true, title: true, language: true, reporter: { select: { id: true, email: true } } },
  });
  const { reporter, language, ref, title } = report;
  if (!reporter?.email) return;
  const { t } = texts(language);
  const token = answerToken({ kind: "still", personId: reporter.id, aboutId: id, askedAt: now });
  const link = (answer: string) => `${config().BASE_URL}/${language}/reports/answer?token=${token}&answer=${answer}`;
  await queueMail(
    tx,
    reporter.email,
    language,
    {
      subject: t("after.mail.still_subject", { ref, title }),
      paragraphs: [t("after.mail.still_body", { title, days: QUIET_DAYS }), t("after.mail.still_how")],
      choices: [
        { label: t("after.still.still"), url: link("still") },
        { label: t("after.still.gone"), url: link("gone") },
        { label: t("after.still.unknown"), url: link("unknown") },
      ],
      action: { label: t("mail.step.action"), url: `${config().BASE_URL}/${language}/reports/${ref}` },
      reason: t("mail.step.reason_reporter"),
    },
    `still:${id}:${now.getTime()}`,
  );
}
