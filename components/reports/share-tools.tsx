"use client";

import { useRef, useState } from "react";
import { useScript } from "@/components/ui/use-script";

/** The address of a report, to copy or to hand to the telephone's own share menu. Without script it can be marked and copied by hand. */
export function ShareTools({
  url,
  title,
  words,
}: {
  url: string;
  title: string;
  words: { link: string; copy: string; copied: string; more: string };
}) {
  const script = useScript();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Not allowed, or no secure address: the link stands there marked, one key away.
      setCopied(document.execCommand("copy"));
    }
  }

  return (
    <div className="mt-3 space-y-2">
      <label htmlFor="share-link" className="text-sm font-semibold">
        {words.link}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id="share-link"
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
          className="control min-w-0 text-sm"
        />
        {script && (
          <button type="button" onClick={copy} className="btn btn-quiet shrink-0">
            {words.copy}
          </button>
        )}
      </div>
      <p role="status" className="text-sm font-semibold text-st-fixed">
        {copied && `✔ ${words.copied}`}
      </p>
      {script && "share" in navigator && (
        <button
          type="button"
          // Whoever closes the menu has changed their mind; that is no error.
          onClick={() => navigator.share({ title, url }).catch(() => undefined)}
          className="btn btn-quiet w-full"
        >
          {words.more}
        </button>
      )}
    </div>
  );
}
