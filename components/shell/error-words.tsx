"use client";

import { createContext, type ReactNode, useContext } from "react";

export type ErrorWords = { title: string; body: string; again: string };

const Words = createContext<ErrorWords | undefined>(undefined);

/** Carries the words of the error page, which the browser draws by itself, in the language of the page. */
export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export const useErrorWords = (): ErrorWords | undefined => useContext(Words);
