import { EXIF_TAGS, factsOf, type PhotoFacts } from "@/lib/photos/types";

/** EXIF stands at a JPEG's beginning; the rest of the file is not read. */
const BEGINNING = 256 * 1024;

/**
 * Reads where and when a photo was taken, on the device. Loads the reader when it is first wanted.
 * @returns nothing where the file says nothing: no JPEG, or a browser that took the position out before it handed the file over
 */
export async function readFacts(file: Blob): Promise<PhotoFacts> {
  try {
    const [{ parse }, bytes] = await Promise.all([
      import("exifr/dist/mini.esm.mjs"),
      file.slice(0, BEGINNING).arrayBuffer(),
    ]);
    const tags = await parse(bytes, {
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
