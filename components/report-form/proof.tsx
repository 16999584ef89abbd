"use client";

import { useEffect, useState } from "react";
import { useScript } from "@/components/ui/use-script";

type Challenge = { algorithm: string; challenge: string; salt: string; signature: string; maxnumber: number };

/**
 * Shows the server that this isn't one of a thousand programs, without asking the person anything: the browser does a sum.
 * Its worker is loaded here alone. Where it can't, the slower way without script remains: the field stays empty.
 */
export function Proof({ challenge, words }: { challenge: Challenge; words: { working: string; done: string } }) {
  const script = useScript();
  const [answer, setAnswer] = useState("");
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const worker = new Worker(new URL("./proof-worker.ts", import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<string | null>) => (data ? setAnswer(data) : setFailed(true));
    worker.onerror = () => setFailed(true);
    worker.postMessage(challenge);
    return () => worker.terminate();
  }, [challenge]);
  return (
    <>
      <input type="hidden" name="proof" value={answer} />
      {script && !failed && (
        <p role="status" className="text-muted text-sm">
          {answer ? words.done : words.working}
        </p>
      )}
    </>
  );
}
