/** The smallest bundle of exifr: EXIF of JPEGs, without names for the tags. Its package types only the whole one. */
declare module "exifr/dist/mini.esm.mjs" {
  export function parse(
    jpeg: ArrayBuffer | Uint8Array,
    options: {
      ifd0: boolean;
      gps: number[];
      exif: number[];
      translateKeys: boolean;
      translateValues: boolean;
      reviveValues: boolean;
    },
  ): Promise<Record<number, unknown> | undefined>;
}
