"use client";

import { useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Entry } from "./store";
import { fill, type OfflineWords } from "./words";

type Props = {
  entry: Entry;
  words: OfflineWords;
  locale: Locale;
  sending: boolean;
  onOpen: () => void;
  onDrop: () => void;
};

const marks = { draft: "…", waiting: "◷", wrong: "!", sent: "✓" } as const;
const colours = {
  draft: "text-muted",
  waiting: "text-st-in-progress",
  wrong: "text-st-open",
  sent: "text-st-fixed",
} as const;

/** "25.11.2026, 02:05": not every browser knows our languages' dates. */
function moment(at: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const date = new Date(at);
  const day = `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`;
  return `${day}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What is left to do after it arrived. */
function Arrived({ entry: { arrived, changedSince }, words, locale }: Pick<Props, "entry" | "words" | "locale">) {
  const { queue } = words;
  if (!arrived) return null;
  const { ref, state, email, privateLink } = arrived;
  return (
    <>
      <p>
        <span className="text-sm text-muted">{queue.number} </span>
        <strong className="font-display text-lg">{ref}</strong>
      </p>
      <p>
        {state === "unconfirmed"
          ? fill(queue.mail, { email: email ?? "" })
          : state === "look"
            ? queue.look
            : state === "public"
              ? queue.public
              : queue.arrived}
      </p>
      {arrived.already && changedSince && <p className="font-semibold">{queue.already}</p>}
      {privateLink && (
        <p>
          <a href={`/${locale}/link?key=${privateLink}`} className="inline-flex min-h-11 items-center">
            {queue.link}
          </a>
        </p>
      )}
      {state === "public" && (
        <p>
          <a href={`/${locale}/reports/${ref}`} className="inline-flex min-h-11 items-center">
            {queue.see}
          </a>
        </p>
      )}
    </>
  );
}

/** What is wrong with a refused one, in words. */
function Wrong({ entry: { error, fields, place }, words }: Pick<Props, "entry" | "words">) {
  const codes = Object.values(fields ?? {});
  const lines = new Set((codes.length > 0 ? codes : error ? [error] : []).map((code) => words.errors[code] ?? code));
  return (
    <ul className="font-semibold text-st-open">
      {[...lines].map((line) => (
        <li key={line}>{line}</li>
      ))}
      {place && <li className="font-normal text-ink">{place.words}</li>}
    </ul>
  );
}

/** One report on this device: what it waits for, and what can be done with it. */
export function QueueItem(props: Props) {
  const { entry, words, locale, sending, onOpen, onDrop } = props;
  const { queue } = words;
  const [asked, setAsked] = useState(false);
  const { state } = entry;
  const title = (state === "sent" ? entry.title : entry.typed.title)?.trim() || queue.untitled;
  return (
    <li className="space-y-1 border-b border-line py-4">
      <h3>{title}</h3>
      <p className="flex flex-wrap gap-x-4 text-sm">
        <span className={`font-semibold ${colours[state]}`}>
          <span aria-hidden="true">{marks[state]}</span>{" "}
          <span>{state === "waiting" && sending ? queue.sending : queue[state]}</span>
        </span>
        {state !== "draft" && <span className="text-muted">{fill(queue.since, { date: moment(entry.since) })}</span>}
      </p>
      {state === "wrong" && <Wrong entry={entry} words={words} />}
      {state === "sent" && <Arrived entry={entry} words={words} locale={locale} />}
      <p className="flex flex-wrap gap-2 pt-1">
        {state !== "sent" && !asked && (
          <button type="button" className="btn btn-quiet" onClick={onOpen}>
            {state === "draft" ? queue.go_on : queue.change}
          </button>
        )}
        {asked ? (
          <>
            <button type="button" className="btn btn-primary" onClick={onDrop}>
              {queue.sure}
            </button>
            <button type="button" className="btn btn-quiet" onClick={() => setAsked(false)}>
              {queue.not}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="btn btn-quiet"
            onClick={() => (state === "sent" && !entry.arrived?.privateLink ? onDrop() : setAsked(true))}
          >
            {state === "sent" ? queue.forget : queue.drop}
          </button>
        )}
      </p>
    </li>
  );
}
