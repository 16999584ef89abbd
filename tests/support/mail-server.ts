import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

/**
 * A real SMTP server on a free port of this machine; each message it takes becomes a file of the folder, as it came.
 * @returns the address for SMTP_URL, and how to end it
 */
export async function startMailServer(
  folder: string,
  port = 0,
): Promise<{ url: string; port: number; stop: () => Promise<void> }> {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const name = `${Date.now()}-${String(taken++).padStart(4, "0")}.eml`;
        writeFile(join(folder, name), Buffer.concat(parts)).then(() => done(), done);
      });
    },
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const address = server.server.address();
  const used = typeof address === "object" && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${used}`,
    port: used,
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}
