import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { config } from "../config";
import { db } from "../db/client";

let transport: { url: string; transporter: Transporter } | undefined;

function transporter(url: string): Transporter {
  if (transport?.url !== url)
    transport = { url, transporter: nodemailer.createTransport(url, { from: config().MAIL_FROM }) };
  return transport.transporter;
}

/**
 * Hands one e-mail to the mail server. Without SMTP_URL it is kept in the database.
 * @throws what the mail server says when it doesn't take it: the queue tries again later
 */
export async function sendMail({ mailId }: { mailId: string }): Promise<void> {
  const mail = await db().outboundMail.findUnique({ where: { id: mailId } });
  if (mail?.state !== "queued") return;
  const url = config().SMTP_URL;
  if (!url) {
    await db().outboundMail.update({ where: { id: mailId }, data: { state: "kept" } });
    return;
  }
  await db().outboundMail.update({ where: { id: mailId }, data: { attempts: { increment: 1 } } });
  const domain = new URL(config().BASE_URL).hostname;
  await transporter(url).sendMail({
    to: mail.toAddress,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // The same at every try: a server that took it before the connection broke can tell.
    messageId: `<${mail.id}@${domain}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.locale,
      ...(mail.unsubscribe && {
        "List-Unsubscribe": `<${mail.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  });
  await db().outboundMail.update({ where: { id: mailId }, data: { state: "sent", sentAt: new Date() } });
}
