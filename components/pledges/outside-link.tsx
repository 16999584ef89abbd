/** The name of the site a link leads to, for its words. */
export const hostOf = (url: string): string => {
  try {
    return new URL(url).host.replace(/^www\./, "");
  } catch {
    return url;
  }
};

/** A link out of the platform; of a sample only its words, for there is nothing behind it. */
export function OutsideLink({ url, sample, children }: { url: string; sample: boolean; children?: string }) {
  const words = children ?? hostOf(url);
  if (sample) return <span className="text-muted">{words}</span>;
  return (
    <a href={url} rel="noopener nofollow external" className="inline-flex min-h-6 items-center">
      {words}
    </a>
  );
}
