import { canDraw, decode, drawSmall, toJpeg } from "./canvas";

/** Longer side of a photo as it is sent, in pixels: enough to read a house number, a tenth of what a camera makes. */
export const LONGEST = 1600;

/**
 * Makes a photo smaller on the device: upright, JPEG, without any metadata.
 * @returns the file itself where the browser can't read or draw it; the server does the same to it
 */
export async function shrink(file: Blob): Promise<Blob> {
  try {
    if (!canDraw()) return file;
    const picture = await decode(file);
    const small = await toJpeg(drawSmall(picture, LONGEST));
    if ("close" in picture) picture.close();
    return small;
  } catch {
    return file;
  }
}
