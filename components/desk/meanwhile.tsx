"use client";

import type { ReactNode } from "react";
import type { FormState } from "@/lib/forms";

/** What others did since a form was drawn, beside what was typed into it; nothing where nobody did anything. */
export function Meanwhile({
  state,
  version,
  title,
  recent,
}: {
  state: FormState;
  version: number;
  title: string;
  recent: ReactNode[];
}) {
  const missed = version - Number(state.values.version ?? version);
  if (state.error !== "stale" || missed < 1) return null;
  return (
    <div className="border-l-4 border-st-acknowledged pl-4">
      <p className="font-semibold">{title}</p>
      <ol className="mt-2 space-y-3">{recent.slice(-missed)}</ol>
    </div>
  );
}
