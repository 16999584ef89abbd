import sharp from "sharp";

/** Degrees as cameras write them: whole degrees, minutes, and seconds to the hundredth. */
function sexagesimal(degrees: number): string {
  const hundredths = Math.round(degrees * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor(hundredths / 6000) % 60}/1 ${hundredths % 6000}/100`;
}

/**
 * A real JPEG as a telephone takes it: noise, so that it compresses like a photo, with a position, a device and a time in its metadata.
 * @param width pixels as stored; 4032 × 3024 is 12 megapixels
 * @param orientation EXIF orientation, 1 to 8
 * @param at where it was taken, in WGS84 degrees; null for a phone that doesn't say
 * @param day when it was taken, "2026:11:20"
 */
export async function phonePhoto({
  width = 1600,
  height = 1200,
  orientation = 1,
  seed = 1,
  at = { lat: 42 + 39 / 60 + 46 / 3600, lon: 21 + 9 / 60 + 43 / 3600 } as { lat: number; lon: number } | null,
  day = "2026:11:20",
} = {}): Promise<Buffer> {
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
      IFD2: { DateTimeOriginal: `${day} 10:11:12` },
      ...(at && {
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: sexagesimal(at.lat),
          GPSLongitudeRef: "E",
          GPSLongitude: sexagesimal(at.lon),
        },
      }),
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
