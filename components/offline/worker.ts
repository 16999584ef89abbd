import { defaultLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";
import { insteadOf, offlineData, offlinePages, staticIn } from "./keep";
import { sendWaiting } from "./send";
import { SYNC_TAG } from "./store";
import type { Fetching, WorkerScope } from "./worker-types";

/**
 * The service worker. Pages always come from the network; only where there is none, the form that needs none is shown.
 * What is kept is the same for everybody: fetched without cookies, when a build is first met, and dropped with the next.
 * Everything else, such as what forms send and what pages fetch, goes past it.
 */
declare const self: WorkerScope;
/** Which build of the site this is: another one is another worker, and another cache. */
declare const BUILD: string;

const PREFIX = "offline-";
const CACHE = PREFIX + BUILD;
/** A network that hasn't sent the form in this many milliseconds is as good as none. */
const PATIENCE = 3000;

async function keep(cache: Cache, path: string): Promise<string> {
  const answer = await fetch(path, { credentials: "omit", cache: offlinePages.includes(path) ? "reload" : "default" });
  if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
  await cache.put(path, answer.clone());
  return /\.(?:woff2|json)$/.test(path) ? "" : answer.text();
}

/** Keeps the pages, and whatever they name, and whatever that names. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const known = new Set<string>([...offlinePages, ...offlineData]);
  let next = [...known];
  while (next.length > 0) {
    const found = await Promise.all(next.map(async (path) => staticIn(await keep(cache, path), path)));
    next = [...new Set(found.flat())].filter((path) => !known.has(path));
    for (const path of next) known.add(path);
  }
}

async function dropOld(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      await dropOld();
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

const after = (milliseconds: number) => new Promise<undefined>((go) => setTimeout(go, milliseconds));

/** The language of somebody whose address names none, as proxy.ts keeps it. */
async function chosenLocale(): Promise<string> {
  const kept = await self.cookieStore?.get(LOCALE_COOKIE).catch(() => null);
  return kept?.value ?? defaultLocale;
}

async function openPage(event: Fetching, path: string): Promise<Response> {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const kept = offlinePages.includes(path) ? await caches.match(path, { cacheName: CACHE }) : undefined;
  try {
    const first = await (kept ? Promise.race([network, after(PATIENCE)]) : network);
    if (first) return first;
    // It may still come; nobody waits for it any more.
    network.catch(() => undefined);
  } catch (error) {
    if (!kept) {
      const instead = insteadOf(path, await chosenLocale());
      if (!instead || instead === path || !(await caches.match(instead, { cacheName: CACHE }))) throw error;
      return Response.redirect(`${instead}?from=${encodeURIComponent(path)}`);
    }
  }
  return kept ?? network;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (insteadOf(pathname, defaultLocale)) event.respondWith(openPage(event, pathname));
  } else if (pathname.startsWith("/_next/static/")) {
    // Their names change with what is in them: what is kept is what would come.
    event.respondWith(caches.match(pathname, { cacheName: CACHE }).then((kept) => kept ?? fetch(request)));
  } else if ((offlineData as readonly string[]).includes(pathname)) {
    event.respondWith(
      fetch(request).catch(async (error) => {
        const kept = await caches.match(pathname, { cacheName: CACHE });
        if (!kept) throw error;
        return kept;
      }),
    );
  }
});

/** The browser says that the network is back, also where no page of ours is open. */
self.addEventListener("sync", (event) => {
  if (event.tag !== SYNC_TAG) return;
  event.waitUntil(
    sendWaiting().then((outcome) => {
      // Tells the browser to try again, at a moment it chooses.
      if (outcome === "later") throw new Error("the site could not be reached");
    }),
  );
});
