"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useScript } from "@/components/ui/use-script";
import { type Kind, rankKinds } from "@/lib/municipalities/match";

export type KindWords = { search: string; hint: string; likely: string; found: string; none: string };

/** So many stand before the headings. */
const LIKELY = 4;

/**
 * Puts the kinds that were probably meant first: by what is typed into the search, otherwise by the title of the report.
 * One flat list whose rows keep their identity, so that a choice survives being moved. Without script it is the list as
 * it stands, and the server puts the likely ones first.
 */
export function KindPicker({
  kinds,
  groups,
  rows,
  title,
  chosen,
  words,
}: {
  kinds: (Kind & { group: string })[];
  groups: { id: string; label: string }[];
  rows: Record<string, ReactNode>;
  /** As the server knows it. */
  title: string;
  chosen: boolean;
  words: KindWords;
}) {
  const script = useScript();
  const [search, setSearch] = useState("");
  const [typedTitle, setTypedTitle] = useState(title);
  // The title at the moment of choosing: whoever has chosen isn't disturbed by what they write afterwards.
  const [settled, setSettled] = useState(chosen ? title : undefined);
  useEffect(() => {
    const field = document.getElementById("title");
    if (!(field instanceof HTMLInputElement)) return;
    const read = () => setTypedTitle(field.value);
    read();
    field.addEventListener("input", read);
    return () => field.removeEventListener("input", read);
  }, []);
  const asked = search.trim();
  const likely = rankKinds(asked || (settled ?? typedTitle), kinds).slice(0, LIKELY);
  const rest = kinds.filter(({ slug }) => !likely.includes(slug));
  // All in one list: a row that moved from one to another would be a new one, and forget that it was chosen.
  const row = (slug: string) => <div key={slug}>{rows[slug]}</div>;
  return (
    <div
      onChange={(event) =>
        event.target instanceof HTMLInputElement &&
        event.target.type === "radio" &&
        setSettled((before) => before ?? typedTitle)
      }
    >
      {script && (
        <div className="mt-2">
          <label htmlFor="kind-search" className="block text-sm">
            {words.search}
          </label>
          <input
            id="kind-search"
            type="search"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            placeholder={words.hint}
            aria-describedby="kind-found"
            className="control mt-1 max-w-md"
          />
          <p id="kind-found" role="status" className="min-h-6 text-sm text-muted">
            {asked && (likely.length > 0 ? words.found : words.none)}
          </p>
        </div>
      )}
      <div className="grid gap-2 sm:grid-cols-2">
        {[
          ...(likely.length > 0
            ? [
                <p key="likely" className="col-span-full font-semibold text-sm">
                  {words.likely}
                </p>,
              ]
            : []),
          ...likely.map(row),
          ...groups.flatMap(({ id, label }) => {
            const inside = rest.filter(({ group }) => group === id);
            if (inside.length === 0) return [];
            return [
              <p key={`group ${id}`} className="col-span-full mt-2 text-muted text-sm">
                {label}
              </p>,
              ...inside.map(({ slug }) => row(slug)),
            ];
          }),
        ]}
      </div>
    </div>
  );
}
