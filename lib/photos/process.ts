import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { Refusal } from "../errors";
import { MAX_PHOTO_BYTES, type PhotoSize, photoSizes } from "./sizes";

/** More than any phone's camera; a small file that unfolds to more is a decompression bomb. */
const MAX_PIXELS = 120_000_000;

const FORMATS = new Set(["jpeg", "png", "webp"]);

export type ProcessedPhoto = { sizes: Record<PhotoSize, Buffer>; width: number; height: number; sha256: string };

/**
 * Reads a photo as it was sent and makes what is kept of it: upright, re-encoded as JPEG in three sizes,
 * without any metadata (position, time, device). The file itself is not kept.
 * @param bytes the whole file
 * @returns the sizes; width and height of the largest in pixels; SHA-256 of the file
 * @throws Refusal photo_too_large, photo_not_image, photo_broken, photo_bomb
 */
export async function processPhoto(bytes: Buffer): Promise<ProcessedPhoto> {
  if (bytes.length > MAX_PHOTO_BYTES) throw new Refusal("photo_too_large");
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!header || !FORMATS.has(header.format) || !header.width || !header.height) throw new Refusal("photo_not_image");
  if (header.width * header.height > MAX_PIXELS) throw new Refusal("photo_bomb");
  try {
    const large = await resize(bytes, photoSizes.large);
    const medium = await resize(large.data, photoSizes.medium);
    const thumb = await resize(medium.data, photoSizes.thumb);
    return {
      sizes: { large: large.data, medium: medium.data, thumb: thumb.data },
      width: large.info.width,
      height: large.info.height,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  } catch {
    throw new Refusal("photo_broken");
  }
}

/** sharp leaves all metadata out unless told otherwise; a see-through picture gets a white ground. */
function resize(bytes: Buffer, side: number) {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "truncated" })
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82, mozjpeg: false })
    .toBuffer({ resolveWithObject: true });
}
