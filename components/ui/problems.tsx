"use client";

import { useEffect, useRef } from "react";

export type Problem = { id?: string; words: string };

/**
 * What is wrong with a form, at its top, each line a link to its field. Drawn with the page after a failed send,
 * so that it works before JavaScript; role=alert reads it out, and where there is JavaScript it takes the focus.
 */
export function Problems({ title, kept, problems }: { title: string; kept: string; problems: Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const key = problems.map(({ words }) => words).join();
  useEffect(() => {
    if (key) box.current?.focus();
  }, [key]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="border-4 border-st-open bg-card p-4">
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-1">
        {problems.map(({ id, words }) => (
          <li key={words + id}>
            {id ? (
              <a href={`#${id}`} className="inline-flex min-h-11 items-center font-semibold text-st-open">
                {words}
              </a>
            ) : (
              <span className="block py-1 font-semibold text-st-open">{words}</span>
            )}
          </li>
        ))}
      </ul>
      {kept && <p className="mt-2 text-sm text-muted">{kept}</p>}
    </div>
  );
}
