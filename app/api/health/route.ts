import { db } from "@/lib/db/client";
import { queueCounts } from "@/lib/jobs/queue";
import { photoStore } from "@/lib/photos/storage";

async function works(check: () => Promise<unknown>): Promise<boolean> {
  return check().then(
    () => true,
    () => false,
  );
}

/** Whether database, queue and photo store work: 200 when all do, 503 otherwise. */
export async function GET() {
  const checks = {
    database: await works(() => db().$queryRaw`select 1`),
    queue: await works(queueCounts),
    photos: await works(() => photoStore().check()),
  };
  const ok = Object.values(checks).every(Boolean);
  return Response.json({ ok, ...checks }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
