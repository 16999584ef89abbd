import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import { localName } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";
import { readersAt } from "./jobs";

/** Tells the municipality that a citizen says its fix doesn't hold, and that the report is open again. */
export async function tellReopened({ eventId }: { eventId: string }): Promise<void> {
  const { report, text } = await db().reportEvent.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      text: true,
      report: { select: { ref: true, title: true, isPublic: true, reopenedCount: true, municipality: true } },
    },
  });
  if (!report.isPublic) return;
  const readers = await readersAt(report.municipality);
  await db().$transaction(async (tx) => {
    for (const { email, locale } of readers) {
      const { t } = texts(locale);
      const { ref, title } = report;
      await queueMail(
        tx,
        email,
        locale,
        {
          subject: t("after.mail.reopened_subject", { ref, title }),
          paragraphs: [t("after.mail.reopened_body", { title, count: report.reopenedCount })],
          ...(text && { quote: text }),
          action: { label: t("mail.new_report.action"), url: `${config().BASE_URL}/${locale}/desk/${ref}` },
          reason: t("mail.new_report.reason", { municipality: localName(report.municipality, locale) }),
        },
        `reopened:${eventId}:${email}`,
      );
    }
  });
}
