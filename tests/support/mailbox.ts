import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";

/** An e-mail as it came to the mail server of the tests. */
export type ReceivedMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  links: string[];
  /** A header as it came, lines joined. */
  header: (name: string) => string | undefined;
};

function read(mail: ParsedMail): ReceivedMail {
  const text = mail.text ?? "";
  const to = [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ""));
  return {
    to: to.join(),
    subject: mail.subject ?? "",
    text,
    html: mail.html || "",
    language: String(mail.headers.get("content-language") ?? ""),
    links: text.match(/https?:\/\/\S+/g) ?? [],
    header: (name) => {
      const line = mail.headerLines.find(({ key }) => key === name.toLowerCase())?.line;
      return line
        ?.slice(line.indexOf(":") + 1)
        .replace(/\r?\n\s+/g, " ")
        .trim();
    },
  };
}

/** Every e-mail to an address, in the order they came. */
export async function mailsTo(folder: string, address: string): Promise<ReceivedMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  const mails = await Promise.all(
    names.map(async (name) => read(await simpleParser(await readFile(join(folder, name))))),
  );
  return mails.filter(({ to }) => to === address);
}

/**
 * Waits for an e-mail to an address.
 * @param match what it must fit, such as its subject; the latest that fits is taken
 * @param after how many that fit are known already
 * @throws after twenty seconds without it
 */
export async function waitForMail(
  folder: string,
  address: string,
  match: (mail: ReceivedMail) => boolean = () => true,
  after = 0,
): Promise<ReceivedMail> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = (await mailsTo(folder, address)).filter(match);
    const last = mails.at(-1);
    if (last && mails.length > after) return last;
    await new Promise((again) => setTimeout(again, 200));
  }
  throw new Error(`no such e-mail came to ${address}`);
}
