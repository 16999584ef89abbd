import sharp from "sharp";

/**
 * A real JPEG as a telephone takes it: noise, so that it compresses like a photo, with a position, a device and a time in its metadata.
 * @param width pixels as stored; 4032 × 3024 is 12 megapixels
 * @param orientation EXIF orientation, 1 to 8
 */
export async function phonePhoto({ width = 1600, height = 1200, orientation = 1, seed = 1 } = {}): Promise<Buffer> {
  const small = Buffer.alloc(64 * 48 * 3);
  let state = seed;
  for (let i = 0; i < small.length; i++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    small[i] = state % 256;
  }
  return sharp(small, { raw: { width: 64, height: 48, channels: 3 } })
    .resize(width, height, { fit: "fill", kernel: "nearest" })
    .withExif({
      IFD0: { Make: "Telephone", Model: "Nine", Orientation: String(orientation) },
      IFD2: { DateTimeOriginal: "2026:11:20 10:11:12" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "42/1 39/1 46/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "21/1 9/1 43/1",
      },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A PNG of a few kilobytes that unfolds to 20,000 × 20,000 pixels. */
export const decompressionBomb = (): Promise<Buffer> =>
  sharp({ create: { width: 20_000, height: 20_000, channels: 3, background: "#000" }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
