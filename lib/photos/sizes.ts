/** Longest side in pixels of each size that is kept. */
export const photoSizes = { thumb: 320, medium: 960, large: 2048 } as const;
export type PhotoSize = keyof typeof photoSizes;

export const isPhotoSize = (value: string): value is PhotoSize => Object.hasOwn(photoSizes, value);

export const MAX_PHOTOS = 6;
/** A file as it is sent, in bytes. */
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp";

/** Address of a photo in a size. */
export const photoUrl = (id: string, size: PhotoSize): string => `/photos/${id}/${size}`;

/** Largest body of any request: one photo and the form around it. A photo over MAX_PHOTO_BYTES but under this is told kindly. */
export const MAX_BODY_BYTES = 40 * 1024 * 1024;

/** A preview image in pixels: what Facebook, Viber and WhatsApp show large. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;
