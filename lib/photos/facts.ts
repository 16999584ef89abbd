import "server-only";
import { parse } from "exifr/dist/mini.esm.mjs";
import sharp from "sharp";
import { EXIF_TAGS, factsOf, type PhotoFacts } from "./types";

/** A segment of a JPEG holds no more; what is longer is no camera's. */
const MAX_EXIF = 65_000;

/**
 * Reads where and when a photo was taken from the file as it was sent: for those whose browser doesn't do it.
 * @param bytes the whole file; JPEG, PNG or WebP
 * @returns nothing where the file says nothing, or what can't be read
 */
export async function readFacts(bytes: Buffer): Promise<PhotoFacts> {
  try {
    const { exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!exif || exif.length > MAX_EXIF) return {};
    // The library reads JPEGs alone: what any format carries is put into the beginning of one.
    const start = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
    start.writeUInt16BE(exif.length + 2, 4);
    const end = Buffer.from([0xff, 0xd9]);
    const tags = await parse(Buffer.concat([start, exif, end]), {
      ...EXIF_TAGS,
      ifd0: false,
      translateKeys: false,
      translateValues: false,
      reviveValues: false,
    });
    return factsOf(tags ?? {}, Date.now());
  } catch {
    return {};
  }
}
