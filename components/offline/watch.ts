import { sendWaiting } from "./send";
import { allEntries, COUNT_KEY, type Entry, isQueued, onTold, SYNC_TAG } from "./store";

/** Seconds until the site is tried again, the first time, the second, …; the last from then on. */
const PAUSES = [5, 15, 60, 300];

export type QueueState = {
  entries: Entry[];
  sending: boolean;
  /** The site could not be reached when it was tried last. */
  unreached: boolean;
};

type Syncing = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Asks the browser to wake the service worker when the network is back, also without a page of ours; where it does such things. */
async function askForSync(): Promise<void> {
  try {
    const worker: Syncing | undefined = await navigator.serviceWorker?.getRegistration();
    await worker?.sync?.register(SYNC_TAG);
  } catch {
    // Forbidden by the person or the browser: open pages send then.
  }
}

/**
 * Watches the queue of this device, and sends what waits: now, when the network returns, and again after a while where the
 * site could not be reached.
 */
export function watchQueue(onChange: (state: QueueState) => void): { send: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let sending = false;

  /** @returns whether something waits to be sent */
  async function look(): Promise<boolean> {
    const entries = await allEntries();
    localStorage.setItem(COUNT_KEY, String(entries.filter(isQueued).length));
    if (!stopped) onChange({ entries, sending, unreached: failures > 0 });
    return entries.some(({ state }) => state === "waiting");
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    if (sending || !(await look())) return;
    await askForSync();
    if (!navigator.onLine || stopped) return;
    sending = true;
    await look();
    const outcome = await sendWaiting();
    sending = false;
    failures = outcome === "later" ? failures + 1 : 0;
    await look();
    if (failures > 0 && !stopped)
      timer = setTimeout(() => void attempt(), 1000 * (PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0));
  }

  const send = () => {
    failures = 0;
    void attempt();
  };
  const seen = () => document.visibilityState === "visible" && void attempt();
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", seen);
  const deaf = onTold(() => void look());
  void attempt();
  return {
    send,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", seen);
      deaf();
    },
  };
}
