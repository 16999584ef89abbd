"use client";

import type { ErrorCode } from "@/lib/errors";
import { isOldDay } from "@/lib/photos/types";
import type { QueuedPhoto } from "./photo-list";

export type RowWords = {
  photo: string;
  cover: string;
  earlier: string;
  later: string;
  remove: string;
  remove_short: string;
  preparing: string;
  waiting: string;
  sending: string;
  lost: string;
  again: string;
  knows_place: string;
  taken: string;
  /** The eleventh of each month of 2222, as the language writes it: not every browser knows Albanian months. */
  months: string[];
  errors: Partial<Record<ErrorCode, string>> & { photo_broken: string };
};

/** The day an old photo was taken on, as the language writes it. */
function oldDay(day: string | undefined, months: string[]): string | undefined {
  if (!day || !isOldDay(day)) return undefined;
  const [year = "", month, date] = day.split("-");
  return months[Number(month) - 1]?.replace("11", String(Number(date))).replace("2222", year);
}

/** What is said about where a photo is on its way, and what it says of itself. */
function notesOf(photo: QueuedPhoto, words: RowWords): { text: string; bad?: boolean }[] {
  const { state, released, facts } = photo;
  const day = oldDay(facts?.day, words.months);
  const taken = [
    ...(facts?.position ? [{ text: words.knows_place }] : []),
    ...(day ? [{ text: words.taken.replace("{day}", day) }] : []),
  ];
  if (state === "preparing") return [{ text: words.preparing }, ...taken];
  if (state === "ready") return [...(released ? [{ text: words.waiting }] : []), ...taken];
  if (state === "sending") return [{ text: words.sending.replace("{percent}", String(photo.progress)) }];
  if (state === "sent") return taken;
  if (state === "lost") return [{ text: words.lost, bad: true }];
  return [{ text: words.errors[state] || words.errors.photo_broken, bad: true }];
}

export type RowActs = { cover: () => void; move: (by: -1 | 1) => void; remove: () => void; retry: () => void };

/** One photo of the report: what it shows, how far it has got, and what can be done with it. Without script its buttons are the form's. */
export function PhotoRow({
  photo,
  number,
  count,
  words,
  acts,
}: {
  photo: QueuedPhoto;
  number: number;
  count: number;
  words: RowWords;
  /** With script. */
  acts: RowActs | null;
}) {
  const { key, id, state, preview, name, progress } = photo;
  const say = (text: string) => text.replace("{number}", String(number));
  const button = (act: "earlier" | "later" | "remove", run: (() => void) | undefined, off = false) => ({
    id: `${act}-${key}`,
    type: id || !acts ? ("submit" as const) : ("button" as const),
    name: act,
    value: id ?? "",
    "aria-disabled": off || undefined,
    onClick: (event: React.MouseEvent) => {
      // Also in the moment before the page knows that script runs, the form itself does it.
      if (off || run) event.preventDefault();
      if (!off) run?.();
    },
  });
  const shown = preview !== "";
  const busy = state === "sending";
  return (
    <li className="flex gap-4 border-t border-line py-4">
      {shown && (
        <img
          src={preview}
          alt={say(words.photo)}
          width={320}
          height={240}
          className="aspect-4/3 h-auto w-28 shrink-0 self-start bg-wash object-cover sm:w-44"
        />
      )}
      <div className="min-w-0 grow space-y-2">
        {notesOf(photo, words).map(({ text, bad }) => (
          <p key={text} className={bad ? "text-sm font-semibold text-st-open" : "text-sm"}>
            {bad && !id ? `${name}: ${text}` : text}
          </p>
        ))}
        {busy && <progress max={100} value={progress} aria-label={say(words.photo)} className="progress w-full" />}
        <div className="flex flex-wrap gap-2">
          {state === "lost" && acts && (
            <button type="button" className="btn btn-quiet px-3 text-sm" onClick={acts.retry}>
              {words.again}
            </button>
          )}
          {acts && shown && !busy && state !== "preparing" && (
            <button
              type="button"
              className="btn btn-quiet px-3 text-sm"
              aria-label={`${words.cover}. ${say(words.photo)}`}
              onClick={acts.cover}
            >
              {words.cover}
            </button>
          )}
          {shown && count > 1 && (
            <>
              <button
                {...button("earlier", acts ? () => acts.move(-1) : undefined, number === 1)}
                aria-label={say(words.earlier)}
                className="btn btn-quiet px-3 text-sm aria-disabled:opacity-40"
              >
                <span aria-hidden="true">↑</span>
              </button>
              <button
                {...button("later", acts ? () => acts.move(1) : undefined, number === count)}
                aria-label={say(words.later)}
                className="btn btn-quiet px-3 text-sm aria-disabled:opacity-40"
              >
                <span aria-hidden="true">↓</span>
              </button>
            </>
          )}
          {!busy && (
            <button
              {...button("remove", acts?.remove)}
              aria-label={shown ? say(words.remove) : `${words.remove_short}: ${name}`}
              className="btn btn-quiet px-3 text-sm"
            >
              {words.remove_short}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}
