"use client";

import "./globals.css";

/** Stands here in all three languages and by itself: when this is drawn, nothing else could be, the message files included. */
const words = [
  { lang: "sq", title: "Diçka nuk shkoi si duhet", again: "Provo përsëri" },
  { lang: "sr-Latn", title: "Došlo je do greške", again: "Pokušaj ponovo" },
  { lang: "en-GB", title: "Something went wrong", again: "Try again" },
] as const;

/** The last resort, when even the frame around the pages failed. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="sq">
      <body>
        <main className="wrap space-y-8 py-12">
          <title>{words[0].title}</title>
          {words.map(({ lang, title, again }, i) => (
            <div key={lang} lang={lang} className="space-y-3">
              {i === 0 ? <h1>{title}</h1> : <h2>{title}</h2>}
              <button type="button" onClick={retry} className="btn btn-primary">
                {again}
              </button>
            </div>
          ))}
        </main>
      </body>
    </html>
  );
}
