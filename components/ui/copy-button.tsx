"use client";

import { useState } from "react";
import { useScript } from "./use-script";

/** Copies a text; absent where there is no script to do it. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const script = useScript();
  const [copied, setCopied] = useState(false);
  if (!script) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <>
      <button type="button" onClick={copy} className="btn btn-quiet">
        {copied ? `✔ ${done}` : label}
      </button>
      <span role="status" className="sr-only">
        {copied && done}
      </span>
    </>
  );
}
