/** A drawing surface that needs no page, where the browser has it. */
type Surface = HTMLCanvasElement | OffscreenCanvas;

export const JPEG_QUALITY = 0.85;

function surface(width: number, height: number): Surface {
  if (typeof OffscreenCanvas !== "undefined") return new OffscreenCanvas(width, height);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** Whether the browser gives back what was drawn: those that hide who one is hand out noise instead, which would be sent as the photo. */
export function canDraw(): boolean {
  const context = surface(2, 1).getContext("2d") as CanvasRenderingContext2D | null;
  if (!context) return false;
  context.fillStyle = "#ff8000";
  context.fillRect(0, 0, 2, 1);
  const wanted = [255, 128, 0, 255];
  const { data } = context.getImageData(0, 0, 2, 1);
  return [...data].every((value, index) => Math.abs(value - (wanted[index % 4] ?? 0)) <= 3);
}

/** The picture in a file, upright as EXIF says. @throws where the browser can't read it */
export async function decode(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    // Some browsers know pictures here that the other way doesn't take, or none of its options.
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode().finally(() => URL.revokeObjectURL(image.src));
    return image;
  }
}

/** Width and height of a decoded picture, in pixels. */
export const sizeOf = (picture: ImageBitmap | HTMLImageElement): { width: number; height: number } =>
  "naturalWidth" in picture
    ? { width: picture.naturalWidth, height: picture.naturalHeight }
    : { width: picture.width, height: picture.height };

/** What a drawing surface shows, as JPEG. */
export async function toJpeg(canvas: Surface): Promise<Blob> {
  if ("convertToBlob" in canvas) return canvas.convertToBlob({ type: "image/jpeg", quality: JPEG_QUALITY });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", JPEG_QUALITY),
  );
}

/** Draws a picture with its longer side at most so many pixels, on white. */
export function drawSmall(picture: ImageBitmap | HTMLImageElement, longest: number): Surface {
  const { width, height } = sizeOf(picture);
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = surface(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext("2d") as CanvasRenderingContext2D | null;
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
