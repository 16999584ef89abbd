"use client";

import { useErrorWords } from "@/components/shell/error-words";

/** What stands in a page's place when it could not be made. The server has logged why. */
export default function PageError({ retry }: { error: Error; retry: () => void }) {
  const words = useErrorWords();
  return (
    <div role="alert" className="wrap prose-width space-y-4 py-12">
      <h1>{words?.title}</h1>
      <p>{words?.body}</p>
      <button type="button" onClick={retry} className="btn btn-primary">
        {words?.again}
      </button>
    </div>
  );
}
