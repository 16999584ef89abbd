import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { Refusal } from "../errors";
import { lanes } from "../limits/lanes";
import { MAX_PHOTO_BYTES, type PhotoSize, photoSizes } from "./sizes";

/**
 * More than a phone's camera or screen; a small file that unfolds to more is a decompression bomb.
 * PNG and WebP may have to be unfolded whole, with up to 8 bytes a pixel.
 */
const MAX_PIXELS: Record<string, number> = { jpeg: 120_000_000, png: 50_000_000, webp: 50_000_000 };

/** Large pictures need hundreds of megabytes while they are read: two at once, and a bounded queue of files behind them. */
const inTurn = lanes(2, 24);

export type ProcessedPhoto = { sizes: Record<PhotoSize, Buffer>; width: number; height: number; sha256: string };

/**
 * Reads a photo as it was sent and makes what is kept of it: upright, re-encoded as JPEG in three sizes,
 * without any metadata (position, time, device). The file itself is not kept.
 * @param bytes the whole file
 * @returns the sizes; width and height of the largest in pixels; SHA-256 of the file
 * @throws Refusal photo_too_large, photo_not_image, photo_broken, photo_bomb; too_many when more wait than can be kept
 */
export async function processPhoto(bytes: Buffer): Promise<ProcessedPhoto> {
  if (bytes.length > MAX_PHOTO_BYTES) throw new Refusal("photo_too_large");
  return inTurn(() => read(bytes));
}

async function read(bytes: Buffer): Promise<ProcessedPhoto> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  const pixels = header && Object.hasOwn(MAX_PIXELS, header.format) ? MAX_PIXELS[header.format] : undefined;
  if (!pixels || !header?.width || !header.height) throw new Refusal("photo_not_image");
  if (header.width * header.height > pixels) throw new Refusal("photo_bomb");
  try {
    const large = await resize(bytes, photoSizes.large, pixels);
    const medium = await resize(large.data, photoSizes.medium, pixels);
    const thumb = await resize(medium.data, photoSizes.thumb, pixels);
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
function resize(bytes: Buffer, side: number, limitInputPixels: number) {
  return sharp(bytes, { limitInputPixels, failOn: "truncated" })
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82, mozjpeg: false })
    .toBuffer({ resolveWithObject: true });
}
