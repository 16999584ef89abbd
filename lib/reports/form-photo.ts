import "server-only";
import { attempt, done, type Result } from "../errors";
import { type ProcessedPhoto, processPhoto } from "../photos/process";

/**
 * A photo that came with a form, read before the report is locked; a photo that is none names its field.
 * Ask for permission first: an image costs the server too much to be unfolded for whoever asks.
 * @returns undefined where none was chosen
 */
export async function readFormPhoto(photo: Buffer | undefined): Promise<Result<ProcessedPhoto | undefined>> {
  if (!photo || photo.length === 0) return done(undefined);
  const read = await attempt(() => processPhoto(photo));
  return read.ok ? read : { ...read, fields: { photo: read.error } };
}
