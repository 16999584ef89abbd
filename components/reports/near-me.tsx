"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useScript } from "@/components/ui/use-script";

/** Asks the device where it is, and orders the list from there. Without script a place that was looked for does that. */
export function NearMe({
  label,
  asking,
  failed,
  href,
  current,
}: {
  label: string;
  asking: string;
  failed: string;
  href: string;
  current: boolean;
}) {
  const router = useRouter();
  const script = useScript();
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  if (!script) return current ? <span className="inline-flex min-h-11 items-center font-semibold">{label}</span> : null;
  const ask = () => {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        // To about a hundred metres: the address may be shared.
        const at = `lat=${coords.latitude.toFixed(3)}&lon=${coords.longitude.toFixed(3)}`;
        router.push(`${href}${href.endsWith("?") ? "" : "&"}sort=nearest&${at}`, { scroll: false });
      },
      () => setState("failed"),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  };
  return (
    <>
      <button
        type="button"
        onClick={ask}
        aria-pressed={current}
        className={`inline-flex min-h-11 cursor-pointer items-center ${current ? "font-semibold text-ink" : "text-primary underline"}`}
      >
        {label}
      </button>
      <span role="status">{state === "asking" ? asking : state === "failed" ? failed : ""}</span>
    </>
  );
}
