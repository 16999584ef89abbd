import { readFile } from "node:fs/promises";
import { join } from "node:path";

export const dynamic = "force-dynamic";

/** The service worker of this build (components/offline/worker.ts), which the build leaves beside itself; there is none while developing. */
export async function GET() {
  const script = process.env.NODE_ENV === "production" && (await readFile(join(process.cwd(), ".next/worker.js")));
  if (!script) return new Response(null, { status: 404 });
  // Browsers ask anew at every visit: nobody stays on an old one.
  return new Response(new Uint8Array(script), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "service-worker-allowed": "/",
    },
  });
}
