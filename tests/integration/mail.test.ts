import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startMailServer } from "../support/mail-server";
import { mailsTo } from "../support/mailbox";

let folder: string;
let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ndreqe-mail-test-"));
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  await rm(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The product's sending, in a process that was started with this mail server; it reads its settings once. */
async function sending(smtpUrl: string) {
  vi.stubEnv("SMTP_URL", smtpUrl);
  vi.resetModules();
  const [{ sendMail }, { queueMail }, { db, closeDb }] = await Promise.all([
    import("@/lib/notifications/jobs"),
    import("@/lib/notifications/mail"),
    import("@/lib/db/client"),
  ]);
  stops.unshift(closeDb);
  const queue = async (to: string, key: string, stop = false) => {
    await db().$transaction((tx) =>
      queueMail(
        tx,
        to,
        "sr",
        {
          subject: "Šta ne radi?\r\nBcc: all@example.com",
          paragraphs: ["Prvi red, „navodnici“ i <b>oznake</b>."],
          quote: "Rupa\nna putu",
          action: { label: "Otvori", url: "http://ndreqe.test/sr/reports/KTR-4829?a=1&b=2" },
          reason: "Zašto ovo čitate.",
          ...(stop && {
            stop: {
              label: "Ne prati više",
              url: "http://ndreqe.test/sr/follows/stop?token=abc",
              post: "http://ndreqe.test/api/unsubscribe?token=abc&locale=sr",
            },
          }),
        },
        key,
      ),
    );
    return db().outboundMail.findUniqueOrThrow({ where: { dedupeKey: key } });
  };
  return { sendMail, queue, stateOf: (id: string) => db().outboundMail.findUniqueOrThrow({ where: { id } }) };
}

async function freePort(): Promise<number> {
  const server = await startMailServer(folder);
  await server.stop();
  return server.port;
}

describe("sending e-mail", () => {
  test("a real mail server gets it whole: both forms, the language, one subject line, no second recipient", async () => {
    const server = await startMailServer(folder);
    stops.push(server.stop);
    const { sendMail, queue, stateOf } = await sending(server.url);
    const { id } = await queue("milica@example.com", "whole");
    await sendMail({ mailId: id });
    const [mail] = await mailsTo(folder, "milica@example.com");
    expect(mail).toMatchObject({ subject: "Šta ne radi? Bcc: all@example.com", language: "sr" });
    expect(mail?.text).toContain("„navodnici“ i <b>oznake</b>");
    expect(mail?.text).toContain("> Rupa\n> na putu");
    expect(mail?.links).toEqual(["http://ndreqe.test/sr/reports/KTR-4829?a=1&b=2"]);
    expect(mail?.html).toContain("&lt;b&gt;oznake&lt;/b&gt;");
    expect(mail?.html).toContain('lang="sr-Latn"');
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1, sentAt: expect.any(Date) });
  });

  test("what can be stopped says how, to people and to mail programs (RFC 8058); the rest doesn't", async () => {
    const server = await startMailServer(folder);
    stops.push(server.stop);
    const { sendMail, queue } = await sending(server.url);
    await sendMail({ mailId: (await queue("stop@example.com", "stop", true)).id });
    await sendMail({ mailId: (await queue("always@example.com", "always")).id });
    const [stoppable] = await mailsTo(folder, "stop@example.com");
    expect(stoppable?.header("List-Unsubscribe")).toBe("<http://ndreqe.test/api/unsubscribe?token=abc&locale=sr>");
    expect(stoppable?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(stoppable?.links).toContain("http://ndreqe.test/sr/follows/stop?token=abc");
    expect(stoppable?.html).toContain("http://ndreqe.test/sr/follows/stop?token=abc");
    const [other] = await mailsTo(folder, "always@example.com");
    expect(other?.header("List-Unsubscribe")).toBeUndefined();
  });

  test("a job that runs twice sends once, and a thing told twice is written once", async () => {
    const server = await startMailServer(folder);
    stops.push(server.stop);
    const { sendMail, queue } = await sending(server.url);
    const { id } = await queue("once@example.com", "once");
    expect((await queue("once@example.com", "once")).id).toBe(id);
    await sendMail({ mailId: id });
    await sendMail({ mailId: id });
    expect(await mailsTo(folder, "once@example.com")).toHaveLength(1);
  });

  test("a mail server that is down: the job fails, the mail waits, and goes out once when it is back", async () => {
    const port = await freePort();
    const { sendMail, queue, stateOf } = await sending(`smtp://127.0.0.1:${port}`);
    const { id } = await queue("later@example.com", "later");
    await expect(sendMail({ mailId: id })).rejects.toThrow();
    await expect(sendMail({ mailId: id })).rejects.toThrow();
    expect(await stateOf(id)).toMatchObject({ state: "queued", attempts: 2, sentAt: null });
    const server = await startMailServer(folder, port);
    stops.push(server.stop);
    await sendMail({ mailId: id });
    expect(await mailsTo(folder, "later@example.com")).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 3 });
  });

  test("without a mail server it is kept, and nothing leaves", async () => {
    const { sendMail, queue, stateOf } = await sending("");
    const { id } = await queue("kept@example.com", "kept");
    await sendMail({ mailId: id });
    expect(await stateOf(id)).toMatchObject({ state: "kept", attempts: 0, sentAt: null });
    expect(await readdir(folder)).toEqual([]);
  });

  test("the queue's own worker tries again by itself until the server is back", async () => {
    const port = await freePort();
    const { queue, stateOf } = await sending(`smtp://127.0.0.1:${port}`);
    const { startWorker } = await import("@/lib/jobs/worker");
    const { id } = await queue("worker@example.com", "worker");
    const worker = await startWorker();
    stops.unshift(() => worker.stop());
    await vi.waitFor(async () => expect((await stateOf(id)).attempts).toBeGreaterThan(0), { timeout: 10_000 });
    const server = await startMailServer(folder, port);
    stops.push(server.stop);
    await vi.waitFor(async () => expect((await stateOf(id)).state).toBe("sent"), { timeout: 25_000, interval: 300 });
    expect(await mailsTo(folder, "worker@example.com")).toHaveLength(1);
  }, 45_000);
});

test("e-mails and unopened sign-in links are forgotten after their time, with the addresses in them", async () => {
  const { db, closeDb } = await import("@/lib/db/client");
  stops.unshift(closeDb);
  const { forgetOldMail } = await import("@/lib/notifications/mail");
  const { forgetOldLinks } = await import("@/lib/accounts/people");
  const now = new Date("2026-11-20T12:00:00Z");
  const ago = (days: number) => new Date(now.getTime() - days * 864e5);
  const mail = (key: string, createdAt: Date) =>
    db().outboundMail.create({
      data: {
        toAddress: `${key}@example.com`,
        locale: "sq",
        subject: "s",
        text: "t",
        html: "h",
        dedupeKey: key,
        createdAt,
      },
    });
  await mail("older", ago(30.1));
  await mail("newer", ago(29.9));
  await db().verificationToken.createMany({
    data: [
      { identifier: "older@example.com", token: "older", expires: ago(0.1) },
      { identifier: "newer@example.com", token: "newer", expires: ago(-0.1) },
    ],
  });
  await forgetOldMail(now);
  await forgetOldLinks(now);
  const keys = await db().outboundMail.findMany({ where: { dedupeKey: { in: ["older", "newer"] } } });
  expect(keys.map(({ dedupeKey }) => dedupeKey)).toEqual(["newer"]);
  const tokens = await db().verificationToken.findMany({ where: { token: { in: ["older", "newer"] } } });
  expect(tokens.map(({ token }) => token)).toEqual(["newer"]);
});
