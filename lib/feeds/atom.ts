/** A feed as Atom 1.0 (RFC 4287) knows it: what we fill of it. */
export type Feed = {
  title: string;
  /** The feed's own address; also its id. */
  self: string;
  /** The page that shows the same. */
  page: string;
  /** BCP 47 tag. */
  language: string;
  author: string;
  updated: Date;
  entries: FeedEntry[];
};

export type FeedEntry = {
  /** UUID of what the entry is about: the same in every feed and language. */
  id: string;
  title: string;
  url: string;
  published: Date;
  updated: Date;
  /** Plain text. */
  text: string;
  /** BCP 47 tag of title and text. */
  language: string;
  category?: { term: string; label: string };
  /** WGS84 degrees. */
  position?: { lat: number; lon: number };
  /** Address of a JPEG. */
  photo?: string | undefined;
};

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Signs that no XML document may hold (XML 1.0, 2.2), also as a reference. */
const unlawful = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu;

const safe = (text: string): string => text.replace(unlawful, "").replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");

const element = (name: string, text: string, attributes: Record<string, string> = {}): string => {
  const set = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(value)}"`);
  return text === "" ? `<${name}${set.join("")}/>` : `<${name}${set.join("")}>${safe(text)}</${name}>`;
};

function entryXml(entry: FeedEntry): string {
  const { category, position, photo } = entry;
  return [
    `<entry xml:lang="${safe(entry.language)}">`,
    element("id", `urn:uuid:${entry.id}`),
    element("title", entry.title),
    element("link", "", { rel: "alternate", type: "text/html", href: entry.url }),
    ...(photo ? [element("link", "", { rel: "enclosure", type: "image/jpeg", href: photo })] : []),
    element("published", entry.published.toISOString()),
    element("updated", entry.updated.toISOString()),
    ...(category ? [element("category", "", category)] : []),
    ...(position ? [element("georss:point", `${position.lat} ${position.lon}`)] : []),
    element("content", entry.text || entry.title, { type: "text" }),
    "</entry>",
  ].join("\n");
}

/** Writes a feed as Atom 1.0, positions as GeoRSS simple. */
export function atomXml(feed: Feed): string {
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${safe(feed.language)}">`,
    element("id", feed.self),
    element("title", feed.title),
    element("link", "", { rel: "self", type: "application/atom+xml", href: feed.self }),
    element("link", "", { rel: "alternate", type: "text/html", href: feed.page }),
    `<author>${element("name", feed.author)}</author>`,
    element("updated", feed.updated.toISOString()),
    ...feed.entries.map(entryXml),
    "</feed>",
  ].join("\n")}\n`;
}
