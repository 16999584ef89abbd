import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A network between browser and site that can be made to fail in the ways networks do. */
export type Between = {
  port: number;
  /** Requests that reached the site, "POST /path". */
  passed: string[];
  /** The site's next answers to such requests are lost on their way back. */
  loseAnswers: (to: RegExp, times: number) => void;
  /** Changes what comes back from an address on its way. */
  rewrite: (path: string, change: ((text: string) => string) | null) => void;
  /** Where the site is. */
  site: number;
  stop: () => Promise<void>;
};

/** Starts it on a free port. */
export async function startBetween(): Promise<Between> {
  let losing: { to: RegExp; times: number } = { to: /^$/, times: 0 };
  const rewrites = new Map<string, (text: string) => string>();

  function answer(outgoing: ServerResponse, incoming: IncomingMessage, name: string, path: string) {
    if (losing.times > 0 && losing.to.test(name)) {
      losing.times--;
      incoming.resume();
      incoming.on("end", () => outgoing.destroy());
      return;
    }
    const change = rewrites.get(path);
    if (!change) {
      outgoing.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(outgoing);
      return;
    }
    const { "content-length": _, ...headers } = incoming.headers;
    let text = "";
    incoming.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    incoming.on("end", () => outgoing.writeHead(incoming.statusCode ?? 502, headers).end(change(text)));
  }

  const server: Server = createServer((asked, outgoing) => {
    const path = (asked.url ?? "/").split("?")[0] ?? "/";
    const name = `${asked.method} ${path}`;
    const { "accept-encoding": encoding, ...headers } = asked.headers;
    const passing = request(
      {
        // A connection of its own for each: a killed site leaves no dead ones behind.
        agent: false,
        port: between.site,
        host: "127.0.0.1",
        method: asked.method,
        path: asked.url,
        headers: rewrites.has(path) ? headers : { ...headers, ...(encoding && { "accept-encoding": encoding }) },
      },
      (incoming) => answer(outgoing, incoming, name, path),
    );
    passing.on("socket", (socket) => socket.once("connect", () => between.passed.push(name)));
    passing.on("error", () => outgoing.destroy());
    asked.pipe(passing);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const between: Between = {
    port: (server.address() as AddressInfo).port,
    passed: [],
    site: 0,
    loseAnswers: (to, times) => {
      losing = { to, times };
    },
    rewrite: (path, change) => {
      if (change) rewrites.set(path, change);
      else rewrites.delete(path);
    },
    stop: () =>
      new Promise((gone) => {
        server.close(() => gone());
        server.closeAllConnections();
      }),
  };
  return between;
}
