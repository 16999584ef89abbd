/**
 * Says that photos of the form are kept on this device, since when and by whom: for pages that don't open the database.
 */
const MARK = "photos-kept";
/** As long as a draft lives (DRAFT_DAYS on the server). */
export const KEPT_MS = 14 * 24 * 3600 * 1000;

/**
 * Whether photos are kept here, and may still be. Those of somebody who had not signed in yet become theirs who does.
 * @param person who is signed in: "" for nobody; undefined where that isn't known
 */
export function keptPhotos(person?: string): "none" | "ours" | "over" {
  try {
    const [at, owner = ""] = (localStorage.getItem(MARK) ?? "").split(" ");
    if (!at) return "none";
    if (Date.now() - Number(at) > KEPT_MS || (person !== undefined && owner !== "" && owner !== person)) return "over";
    if (person !== undefined && owner !== person) markPhotos(person, Number(at));
    return "ours";
  } catch {
    return "none";
  }
}

export function markPhotos(person: string, at = Date.now()): void {
  localStorage.setItem(MARK, `${at} ${person}`);
}

export function unmarkPhotos(): void {
  localStorage.removeItem(MARK);
}

/** Calls when another tab has forgotten them all. */
export function onUnmarked(work: () => void): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === MARK && newValue === null) work();
  });
}
