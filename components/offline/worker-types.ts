/** What a service worker is given, as far as ours uses it: TypeScript's own library for workers contradicts the one for pages. */
export type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };

export type Fetching = Extendable & {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};

export type Syncing = Extendable & { readonly tag: string };

export type WorkerScope = {
  readonly location: { readonly origin: string };
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim: () => Promise<void> };
  readonly cookieStore?: { get: (name: string) => Promise<{ value?: string } | null> };
  skipWaiting: () => Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(type: "sync", listener: (event: Syncing) => void): void;
};
