import "server-only";
import { locatePosition } from "../municipalities/queries";
import type { PhotoFacts } from "../photos/types";
import type { DraftData } from "./schema";

/** What is known of a draft's photo; the id where it is on the server. */
export type PhotoSays = PhotoFacts & { id?: string | undefined };

/**
 * Sets the pin from what photos say, unless the person has set it: the first photo taken in Kosovo counts.
 * Of the photos nothing is kept but this: where the pin came from, and the day, until the person has confirmed it.
 * @param complete whether these are all photos of the draft; otherwise a pin another one has set stays
 * @returns what to change in the draft
 */
export async function placeFromPhotos(data: DraftData, photos: PhotoSays[], complete: boolean): Promise<DraftData> {
  const used = data.photoPlace?.outcome === "used";
  const chosen = data.lat !== undefined || data.latText !== undefined;
  if ((chosen && !used) || (used && !complete)) return {};
  const unset = { lat: undefined, lon: undefined, municipalityId: undefined };
  for (const { position, day, id } of photos) {
    if (!position || (await locatePosition(position)).kind === "outside") continue;
    return { ...unset, ...position, photoPlace: { outcome: "used", day, id } };
  }
  const [first] = photos;
  if (!first) return { ...unset, photoPlace: undefined };
  const outcome = photos.some(({ position }) => position) ? "outside" : "none";
  return { ...unset, photoPlace: { outcome, day: first.day, id: first.id } };
}
