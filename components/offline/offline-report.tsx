"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Problems } from "@/components/ui/problems";
import type { FieldErrors } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { wrongIn } from "./check";
import { PhotoPart } from "./photo-part";
import { PlacePart } from "./place-part";
import { QueueItem } from "./queue-item";
import { type Kind, PersonFields, ProblemFields } from "./report-fields";
import { dropEntry, type Entry, reopen, tell, unlessSending } from "./store";
import { forgetTaken, isEmpty, useDraft } from "./use-draft";
import { type QueueState, watchQueue } from "./watch";
import type { OfflineWords } from "./words";

function onConnection(work: () => void): () => void {
  for (const name of ["online", "offline"]) window.addEventListener(name, work);
  return () => {
    for (const name of ["online", "offline"]) window.removeEventListener(name, work);
  };
}

/** Whether the browser believes that there is a connection. */
const useConnection = () =>
  useSyncExternalStore(
    onConnection,
    () => navigator.onLine,
    () => true,
  );

/** The page that somebody wanted who came here instead; only one of this site. */
function wantedPage(): string {
  const from = new URLSearchParams(location.search).get("from") ?? "";
  return /^\/(?![/\\])/.test(from) ? from : "";
}

/** Reports without network: those that wait on this device, and the form for another one. */
export function OfflineReport({
  locale,
  words,
  kinds,
  groups,
  withoutEmail,
}: {
  locale: Locale;
  words: OfflineWords;
  kinds: Kind[];
  groups: { id: string; label: string }[];
  /** Names of the municipalities that take reports without an e-mail; empty where none does. */
  withoutEmail: string;
}) {
  const { form, queue } = words;
  const draft = useDraft(locale);
  const { entry } = draft;
  const connected = useConnection();
  const [wanted, setWanted] = useState("");
  const [state, setState] = useState<QueueState>({ entries: [], sending: false, unreached: false });
  const [fields, setFields] = useState<FieldErrors>({});
  const [said, setSaid] = useState("");
  const [placeSaid, setPlaceSaid] = useState("");
  const watch = useRef<ReturnType<typeof watchQueue>>(undefined);
  const top = useRef<HTMLElement>(null);

  useEffect(() => setWanted(wantedPage()), []);
  useEffect(() => {
    watch.current = watchQueue(setState);
    return () => watch.current?.stop();
  }, []);

  /** Does something with the queue, and shows it as it is then; not while it is being sent. */
  async function withQueue(work: () => Promise<void>) {
    setSaid((await unlessSending(work)) ? "" : queue.busy);
    tell();
    watch.current?.send();
  }

  const goOn = (one: Entry) =>
    withQueue(async () => {
      await reopen(one.id);
      await draft.open(one.id);
      setFields(one.fields ?? {});
      setPlaceSaid("");
    });
  const drop = (one: Entry) => withQueue(() => dropEntry(one.id));

  async function finish(event: React.FormEvent) {
    event.preventDefault();
    if (!entry) return;
    const wrong = wrongIn(entry.typed, kinds);
    setFields(wrong);
    if (Object.keys(wrong).length > 0) return;
    await draft.finish();
    setPlaceSaid("");
    setSaid(words.queued);
    watch.current?.send();
    top.current?.focus();
  }

  async function discard() {
    if (entry) await dropEntry(entry.id);
    forgetTaken();
    tell();
    setFields({});
    draft.begin();
    watch.current?.send();
    top.current?.focus();
  }

  const error = (field: string) => fields[field] && words.errors[fields[field]];
  const listed = state.entries.filter((one) => one.id !== entry?.id && (one.state !== "draft" || !isEmpty(one)));
  const waiting = listed.some((one) => one.state === "waiting");
  const problems = Object.entries(fields).map(([id, code]) => ({ id, words: words.errors[code] ?? code }));
  return (
    <div className="space-y-8">
      {wanted && (
        <p className="border-l-4 border-primary pl-4">
          {!connected && `${words.wanted} `}
          <a href={wanted} className="inline-flex min-h-11 items-center">
            {words.wanted_again}
          </a>
        </p>
      )}
      {connected && !wanted && (
        <p className="border-l-4 border-line pl-4">
          {words.connected}{" "}
          <a href={`/${locale}/report`} className="inline-flex min-h-11 items-center">
            {words.ordinary}
          </a>
        </p>
      )}
      {draft.failed && <p className="font-semibold text-st-open">{form.store_failed}</p>}
      <section ref={top} tabIndex={-1} aria-label={queue.title} className="space-y-2">
        {listed.length > 0 && <h2>{queue.title}</h2>}
        <p role="status" className={said ? "border-l-4 border-st-fixed bg-card p-4 font-semibold" : "sr-only"}>
          {said}
        </p>
        {waiting && state.unreached && <p>{queue.unreached}</p>}
        {waiting && (
          <button
            type="button"
            className="btn btn-primary"
            disabled={state.sending}
            onClick={() => watch.current?.send()}
          >
            {queue.send}
          </button>
        )}
        <ul className="border-t border-line empty:hidden">
          {listed.map((one) => (
            <QueueItem
              key={one.id}
              entry={one}
              words={words}
              locale={locale}
              sending={state.sending}
              onOpen={() => void goOn(one)}
              onDrop={() => void drop(one)}
            />
          ))}
        </ul>
      </section>
      {entry && (
        <form noValidate onSubmit={(event) => void finish(event)} className="space-y-8">
          {listed.length > 0 && <h2>{words.another}</h2>}
          {draft.taken && <p className="border-l-4 border-line pl-4">{words.taken_over}</p>}
          <Problems title={words.form_words.problem} kept={words.form_words.nothing_lost} problems={problems} />
          <PhotoPart
            photos={draft.photos}
            words={words}
            error={error("photo")}
            onChange={draft.setPhotos}
            onPlace={({ lat, lon }) => {
              if (draft.entry?.typed.coordinates) return;
              draft.change({ coordinates: `${lat.toFixed(5)}, ${lon.toFixed(5)}` });
              setPlaceSaid(form.from_photo);
            }}
          />
          <PlacePart
            entry={entry}
            words={words}
            locale={locale}
            said={placeSaid}
            error={error}
            onChange={draft.change}
          />
          <ProblemFields
            key={entry.id}
            typed={entry.typed}
            words={words}
            kinds={kinds}
            groups={groups}
            error={error}
            onChange={draft.change}
          />
          <PersonFields
            typed={entry.typed}
            words={words}
            withoutEmail={withoutEmail}
            error={error}
            onChange={draft.change}
          />
          <div className="flex flex-wrap items-center gap-4">
            <button type="submit" className="btn btn-action w-full sm:w-auto">
              {connected ? form.send : form.finish}
            </button>
            <button
              type="button"
              className="inline-flex min-h-11 items-center text-primary underline underline-offset-4"
              onClick={() => void discard()}
            >
              {form.discard}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
