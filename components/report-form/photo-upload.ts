import type { Result } from "@/lib/errors";

const ADDRESS = "/api/draft/photos";
/** A line that carries nothing for so long is taken for lost. */
const TIMEOUT_MS = 180_000;

/** A photo on its way to the draft, and where among the others it belongs. */
export type Parcel = { photo: Blob; name: string; replaces: string | undefined; after: string | undefined };

/**
 * Sends one photo, and tells how far it has got.
 * @param onProgress told the percentage that has left the device
 * @returns the server's answer, with the photo's id; null when the line was lost
 */
export function upload(parcel: Parcel, onProgress: (percent: number) => void): Promise<Result<{ id: string }> | null> {
  const form = new FormData();
  form.set("photo", parcel.photo, parcel.name);
  if (parcel.replaces) form.set("replaces", parcel.replaces);
  if (parcel.after !== undefined) form.set("after", parcel.after);
  // fetch can't tell how much of a body has gone out.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(Math.floor((100 * loaded) / total));
    };
    request.onload = () => {
      if (request.status === 413) return resolve({ ok: false, error: "photo_too_large" });
      resolve((request.response as Result<{ id: string }> | null) ?? null);
    };
    request.onerror = request.ontimeout = request.onabort = () => resolve(null);
    request.open("POST", ADDRESS);
    request.responseType = "json";
    request.timeout = TIMEOUT_MS;
    request.send(form);
  });
}
