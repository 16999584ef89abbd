import "server-only";
import { Logger, run, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { system } from "../accounts/actor";
import { forgetOldLinks } from "../accounts/people";
import { config } from "../config";
import { sendDigests } from "../follows/jobs";
import { forgetOldNotices } from "../follows/notices";
import { forgetExpired } from "../limits/limits";
import { forgetSpentProofs } from "../limits/proof";
import { logger } from "../log/logger";
import { sendMail } from "../notifications/jobs";
import { forgetOldMail } from "../notifications/mail";
import { windClocks } from "../reports/clock-jobs";
import { expireUnconfirmed } from "../reports/commands";
import { sendDutyDigests, tellFlagged } from "../reports/duty-jobs";
import { tellGone } from "../reports/gone-jobs";
import { tellFollowers, tellLookers, tellMunicipality } from "../reports/jobs";
import { sendOverdue } from "../reports/overdue-jobs";
import { forgetCallers } from "../reports/phone-commands";
import { askQuiet } from "../reports/quiet-commands";
import { tellReopened } from "../reports/reopened-jobs";
import { restQuiet } from "../reports/rest";
import type { Jobs } from "./queue";

/** What is done for each kind of job. */
const tasks: { [K in keyof Jobs]: (payload: Jobs[K]) => Promise<void> } = {
  send_mail: sendMail,
  report_confirmed: tellMunicipality,
  report_to_look_at: tellLookers,
  report_event: tellFollowers,
  report_reopened: tellReopened,
  report_flagged: tellFlagged,
  report_gone: tellGone,
  wind_clocks: async () => {
    const changed = await windClocks();
    if (changed > 0) logger.info({ changed }, "open reports are due at other moments");
  },
};

const timed: TaskList = {
  rest_quiet_reports: async () => {
    const result = await restQuiet(system);
    if (result.ok && result.value > 0) logger.info({ resting: result.value }, "open reports nothing happened to");
  },
  forget_expired_limits: async () => {
    await forgetExpired();
    await forgetSpentProofs();
  },
  forget_old_mail: async () => {
    await forgetOldMail();
    await forgetOldLinks();
    await forgetCallers(system);
    await forgetOldNotices();
  },
  ask_quiet_reports: async () => {
    const result = await askQuiet(system);
    if (result.ok && result.value > 0) logger.info({ asked: result.value }, "reporters of quiet reports were asked");
  },
  send_digests: () => sendDigests(),
  send_overdue: async () => {
    const written = await sendOverdue();
    if (written > 0) logger.info({ written }, "managers hear of what is overdue");
  },
  send_duty_digests: () => sendDutyDigests(),
  expire_unconfirmed: async () => {
    const result = await expireUnconfirmed(system);
    if (result.ok && result.value > 0) logger.info({ expired: result.value }, "unconfirmed reports ran out");
  },
};

/**
 * Starts the worker in this process; it takes jobs as they come and runs the timers.
 * @returns how to end it: running jobs are let finish, then its connections close
 */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  // A pool of our own: stopping is over only when its last connection is.
  const pool = new Pool({ connectionString: config().DATABASE_URL, max: 8 });
  // Connections that are closing while the database stops say so; that is no news any more.
  const state = { stopped: false };
  pool.on(
    "error",
    (error) =>
      !state.stopped && logger.warn({ part: "worker", code: (error as { code?: string }).code }, "connection lost"),
  );
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: { ...(tasks as unknown as TaskList), ...timed },
    crontab: [
      "7 3 * * * rest_quiet_reports ?fill=1d",
      // Whatever a change of targets or holidays has missed.
      "37 3 * * * wind_clocks ?fill=1d",
      "17 * * * * expire_unconfirmed ?fill=2h",
      "47 * * * * forget_old_mail ?fill=2h",
      "*/10 * * * * forget_expired_limits",
      // In the morning of Kosovo: nobody is written to at night.
      "5 8 * * * ask_quiet_reports ?fill=12h",
      // Whoever is due by Kosovo's clock: this one is UTC and knows no summer time.
      "*/5 * * * * send_digests",
      "*/5 * * * * send_overdue",
      "*/5 * * * * send_duty_digests",
    ].join("\n"),
    logger: quietLogger(state),
  });
  return {
    stop: async () => {
      await runner.stop();
      state.stopped = true;
      await pool.end();
    },
  };
}

/** graphile-worker's lines as ours: which job and how it went, never its payload or an error's words, which may hold an address. */
function quietLogger(state: { stopped: boolean }) {
  const shown = (message: string) => message.replace(/\S+@\S+/g, "…").slice(0, 300);
  return new Logger(() => (level, message) => {
    if (state.stopped) return;
    if (level === "error") logger.error({ part: "worker", words: shown(message) });
    else if (level === "warning") logger.warn({ part: "worker", words: shown(message) });
  });
}
