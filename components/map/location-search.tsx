"use client";

import { useEffect, useId, useState } from "react";
import { useScript } from "@/components/ui/use-script";
import { isPastedLink, pastedCoordinates } from "@/lib/geo/coordinates";
import type { Locale } from "@/lib/i18n/locales";

export type SearchWords = {
  search: string;
  search_hint: string;
  button: string;
  list: string;
  counts: string[];
  pasted: string;
  link: string;
};
export type Suggestion = { name: string; municipality: string; lat: number; lon: number };

const PAUSE = 200;

/** Places whose name fits what is typed; empty until two letters stand there. */
function useSuggestions(query: string, locale: Locale): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([]);
  useEffect(() => {
    const wanted = query.trim();
    if (wanted.length < 2) return setFound([]);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const search = new URLSearchParams({ q: wanted, locale });
      // What fails here still works as a form: the button sends the search to the server.
      const answer = await fetch(`/api/places?${search}`, { signal: abort.signal }).catch(() => null);
      if (answer?.ok) setFound(((await answer.json()) as { places: Suggestion[] }).places);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, locale]);
  return found;
}

/** A search field whose button the server answers; with script, places are offered while one types. */
export function LocationSearch({
  query,
  locale,
  words,
  onPick,
}: {
  query: string;
  locale: Locale;
  words: SearchWords;
  onPick: (place: { lat: number; lon: number }) => void;
}) {
  const script = useScript();
  const list = useId();
  const [typed, setTyped] = useState(query);
  const [asked, setAsked] = useState("");
  const [active, setActive] = useState(-1);
  const found = useSuggestions(asked, locale);
  const [told, setTold] = useState("");
  const open = found.length > 0;

  function choose(place: Suggestion | undefined) {
    if (!place) return;
    setTyped(place.name);
    setAsked("");
    setActive(-1);
    onPick(place);
  }

  /** What is typed, or pasted from a chat: coordinates and links to a map are places at once. */
  function onType(text: string) {
    setTyped(text);
    setActive(-1);
    const pasted = pastedCoordinates(text);
    const link = !pasted && isPastedLink(text);
    setAsked(pasted || link ? "" : text);
    setTold(pasted ? words.pasted : link ? words.link : "");
    if (pasted) onPick(pasted);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (!open) return;
    if (event.key === "ArrowDown") setActive((active + 1) % found.length);
    else if (event.key === "ArrowUp")
      setActive((active + found.length) % (found.length + 1) ? active - 1 : found.length - 1);
    else if (event.key === "Enter") choose(found[Math.max(active, 0)]);
    else if (event.key === "Escape") setAsked("");
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <label htmlFor="q" className="block font-semibold">
        {words.search}
      </label>
      <p id="q-hint" className="text-sm text-muted">
        {words.search_hint}
      </p>
      <div className="mt-1 flex gap-2">
        <input
          id="q"
          name="q"
          type="search"
          autoComplete="off"
          maxLength={400}
          aria-describedby="q-hint"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setTimeout(() => setAsked(""), 200)}
          className="control"
          {...(script && {
            role: "combobox",
            "aria-expanded": open,
            "aria-controls": list,
            "aria-autocomplete": "list",
            "aria-activedescendant": active >= 0 ? `${list}-${active}` : undefined,
          })}
        />
        <button type="submit" name="go" value="search" className="btn btn-quiet">
          {words.button}
        </button>
      </div>
      <div
        id={list}
        role="listbox"
        aria-label={words.list}
        hidden={!open}
        className="absolute left-0 right-0 z-[1200] border border-muted bg-card shadow-lg"
      >
        {found.map((place, index) => (
          <div
            key={`${place.name}${place.lat}${place.lon}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(place);
            }}
            className={`min-h-11 cursor-pointer px-3 py-2 ${index === active ? "bg-wash" : ""}`}
          >
            <span className="font-semibold">{place.name}</span>{" "}
            <span className="text-sm text-muted">{place.municipality}</span>
          </div>
        ))}
      </div>
      <p role="status" className={told ? "mt-1 text-sm" : "sr-only"}>
        {told}
      </p>
      <p role="status" className="sr-only">
        {asked.trim().length >= 2 ? words.counts[found.length] : ""}
      </p>
    </div>
  );
}
