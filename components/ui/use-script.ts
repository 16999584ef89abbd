"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether script runs: false in the page as the server sends it, true once the browser has taken it over. */
export function useScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
