import { type Locale, localeTags } from "../i18n/locales";
import { texts } from "../i18n/texts";

/** An e-mail as its readers need it: what happened, what to do, why they got it. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  quote?: string;
  /** Answers to what the letter asks, each a link. */
  choices?: { label: string; url: string }[];
  action?: { label: string; url: string };
  /** A list of things, each with a link, and with answers to what it asks, if it asks anything: a digest's. */
  items?: { title: string; note: string; url: string; choices?: { label: string; url: string }[] | undefined }[];
  reason: string;
  /** How to get no more like it: the page a person opens, and where mail programs send a bare POST (RFC 8058). */
  stop?: { label: string; url: string; post: string };
};

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
const lines = (text: string) => escapeHtml(text).replace(/\n/g, "<br>");

const button = ({ label, url }: { label: string; url: string }) =>
  `<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;background:#0E5A63;color:#FFFFFF;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a>`;

/** One of a list: its link, what stands beside it, and its answers as links under each other, each as high as a finger. */
const itemHtml = ({ title, note, url, choices = [] }: NonNullable<Letter["items"]>[number]) =>
  [
    `<a href="${escapeHtml(url)}" style="color:#0E5A63;font-weight:bold">${escapeHtml(title)}</a>`,
    escapeHtml(note),
    ...choices.map(
      (choice) =>
        `<a href="${escapeHtml(choice.url)}" style="display:inline-block;margin:8px 8px 0 0;padding:10px 16px;border:2px solid #0E5A63;color:#0E5A63;text-decoration:none;border-radius:4px">${escapeHtml(choice.label)}</a>`,
    ),
  ].join("<br>");

/**
 * Sets a letter as plain text and as HTML that reads without images or style sheets.
 * @returns subject on one line, text, html, and the address for its List-Unsubscribe header
 */
export function compose(
  locale: Locale,
  letter: Letter,
): { subject: string; text: string; html: string; unsubscribe: string | null } {
  const { t } = texts(locale);
  const sign = t("mail.signature");
  const text = [
    ...letter.paragraphs,
    ...(letter.quote ? [letter.quote.replace(/^/gm, "> ")] : []),
    ...(letter.choices ?? []).map(({ label, url }) => `${label}:\n${url}`),
    ...(letter.items ?? []).map(({ title, note, url, choices = [] }) =>
      [`${title}\n${note}\n${url}`, ...choices.map((choice) => `${choice.label}: ${choice.url}`)].join("\n"),
    ),
    ...(letter.action ? [`${letter.action.label}:\n${letter.action.url}`] : []),
    `--\n${sign}\n${letter.reason}${letter.stop ? `\n${letter.stop.label}: ${letter.stop.url}` : ""}`,
  ].join("\n\n");
  const p = (inner: string, style = "") => `<p style="margin:0 0 16px;${style}">${inner}</p>`;
  const html = `<!doctype html>
<html lang="${localeTags[locale]}"><body style="margin:0;background:#FBFAF7;color:#16212B;font:17px/1.5 sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px">
${letter.paragraphs.map((paragraph) => p(lines(paragraph))).join("\n")}
${letter.quote ? `<blockquote style="margin:0 0 16px;padding:8px 16px;border-left:4px solid #0E5A63">${lines(letter.quote)}</blockquote>` : ""}
${(letter.choices ?? []).map((choice) => p(button(choice))).join("\n")}
${(letter.items ?? []).map((item) => p(itemHtml(item))).join("\n")}
${letter.action ? (letter.choices ? p(`<a href="${escapeHtml(letter.action.url)}" style="color:#0E5A63">${escapeHtml(letter.action.label)}</a>`) : p(button(letter.action)) + p(escapeHtml(letter.action.url), "font-size:14px;color:#4C5A66;word-break:break-all")) : ""}
${p(`${escapeHtml(sign)}<br>${escapeHtml(letter.reason)}${letter.stop ? `<br><a href="${escapeHtml(letter.stop.url)}" style="color:#0E5A63">${escapeHtml(letter.stop.label)}</a>` : ""}`, "font-size:14px;color:#4C5A66")}
</div></body></html>`;
  return {
    subject: letter.subject.replace(/\s+/g, " ").trim(),
    text,
    html,
    unsubscribe: letter.stop?.post ?? null,
  };
}
