import type { ReactNode } from "react";

/** A word at the map's upper edge. */
export function MapNotice({ children }: { children: ReactNode }) {
  return (
    <p
      role="status"
      className="absolute left-2 right-16 top-2 z-[1000] bg-card px-3 py-2 text-xs shadow-md md:right-auto"
    >
      {children}
    </p>
  );
}
