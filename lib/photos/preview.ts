import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { lanes } from "../limits/lanes";
import { readPhoto } from "./keep";
import type { PhotoSize } from "./sizes";

/** Drawing one takes a processor for about half a second: one at a time, and no long queue. */
const inTurn = lanes(1, 12);

/** The last pictures that were drawn, by a name that changes with what they show. About 100 kB each. */
const KEPT = 100;
const kept = new Map<string, Buffer>();

/**
 * A drawn picture as a JPEG (messengers refuse larger files), drawn once while it is among the last that were asked for.
 * @param name changes whenever the picture would
 * @param draw makes a PNG
 * @throws Refusal too_many while more are asked for than can be drawn
 */
export async function keptPreview(name: string, draw: () => Promise<ArrayBuffer>): Promise<Buffer> {
  const known = kept.get(name);
  if (known) return known;
  return inTurn(async () => {
    const meanwhile = kept.get(name);
    if (meanwhile) return meanwhile;
    const picture = await sharp(Buffer.from(await draw()))
      .jpeg({ quality: 84 })
      .toBuffer();
    kept.set(name, picture);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return picture;
  });
}

/** A public photo cut to a size, as a data address; undefined for one that nobody may see. */
export async function cutPhoto(id: string, width: number, height: number): Promise<string | undefined> {
  const size: PhotoSize = "medium";
  const photo = await readPhoto(id, size, { municipalities: [], staff: false });
  if (!photo?.isPublic) return undefined;
  const cut = await sharp(photo.bytes).resize(width, height, { fit: "cover", position: "attention" }).jpeg().toBuffer();
  return `data:image/jpeg;base64,${cut.toString("base64")}`;
}

const files = {
  Title: ["bricolage-grotesque", "latin-700"],
  TitleMore: ["bricolage-grotesque", "latin-ext-700"],
  Text: ["public-sans", "latin-600"],
  TextMore: ["public-sans", "latin-ext-600"],
} as const;

let fonts: Promise<{ name: string; data: Buffer; weight: 600 | 700 }[]> | undefined;

/** The house's two typefaces for drawing, each in two files: š, đ and ž stand in the second. */
export function previewFonts() {
  fonts ??= Promise.all(
    Object.entries(files).map(async ([name, [family, part]]) => ({
      name,
      weight: part.endsWith("700") ? (700 as const) : (600 as const),
      data: await readFile(
        join(process.cwd(), `node_modules/@fontsource/${family}/files/${family}-${part}-normal.woff`),
      ),
    })),
  );
  return fonts;
}
