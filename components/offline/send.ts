import { solveChallenge } from "altcha-lib/v1";
import { type ErrorCode, errorCodes, type FieldErrors } from "@/lib/errors";
import { parseCoordinates } from "@/lib/geo/coordinates";
import {
  type ArrivedReport,
  allEntries,
  type Entry,
  LOCK,
  markSent,
  photosOf,
  type SaidPlace,
  type StoredPhoto,
  store,
  tell,
} from "./store";

/** "later": the site could not be reached, or asked to wait. */
export type Outcome = "done" | "later";

type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; error: ErrorCode; fields?: FieldErrors; place?: SaidPlace }
  /** No answer, or none of ours: a hotel's sign-in page, a server that is being started. */
  | null;

const PHOTO_TIME = 180_000;
const TIME = 45_000;

async function post<T>(entry: Entry, path: string, body: Blob | string, time: number): Promise<Answer<T>> {
  try {
    const answer = await fetch(`/api/reports/queue/${entry.id}${path}`, {
      method: "POST",
      headers: {
        "x-queue-secret": entry.secret,
        "content-type": typeof body === "string" ? "application/json" : "application/octet-stream",
      },
      body,
      signal: AbortSignal.timeout(time),
    });
    if (answer.status === 413) return { ok: false, error: "photo_too_large" };
    const said = await answer.json();
    const ours = said.ok === true || (errorCodes as readonly unknown[]).includes(said.error);
    return ours ? said : null;
  } catch {
    return null;
  }
}

const put = async (entry: Entry) => {
  await (await store()).put("entries", entry);
  tell();
};

/** The sum that keeps programs out, where there is no e-mail; null where the site can't be reached. */
async function proofFor({ typed }: Entry): Promise<string | null> {
  if (!typed.noEmail) return "";
  try {
    const answer = await fetch("/api/reports/queue/challenge", { signal: AbortSignal.timeout(TIME) });
    const { algorithm, challenge, salt, signature, maxnumber } = await answer.json();
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    return solution && btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature }));
  } catch {
    return null;
  }
}

/** What the server reads of an entry. */
function bodyOf({ typed, locale }: Entry, photos: StoredPhoto[], proof: string): string {
  const { coordinates, ...data } = typed;
  const position = parseCoordinates(coordinates, "");
  return JSON.stringify({
    locale,
    proof,
    photos: photos.map(({ there }) => there),
    data: { ...data, ...position, municipalityId: data.municipalityId || undefined },
  });
}

async function refuse(entry: Entry, answer: Exclude<Answer<unknown>, null | { ok: true }>): Promise<Outcome> {
  if (answer.error === "too_many" || answer.error === "wait_a_little") return "later";
  const { error, fields, place } = answer;
  await put({ ...entry, state: "wrong", error, fields, place });
  return "done";
}

/** Sends an entry's photos that the server hasn't yet, then the entry. */
async function sendOne(entry: Entry, again = false): Promise<Outcome> {
  const photos = await photosOf(entry.id);
  for (const photo of photos) {
    if (photo.there) continue;
    const answer = await post<{ sha256: string }>(entry, "/photos", photo.file, PHOTO_TIME);
    if (!answer) return "later";
    if (!answer.ok) return refuse(entry, { ...answer, fields: { photo: answer.error } });
    photo.there = answer.value.sha256;
    await (await store()).put("photos", photo);
  }
  const proof = await proofFor(entry);
  if (proof === null) return "later";
  // Written down first: if the answer is lost, the report may have arrived as it is now.
  const tried = { ...entry, tried: true };
  await put(tried);
  const answer = await post<ArrivedReport>(entry, "", bodyOf(entry, photos, proof), TIME);
  if (!answer) return "later";
  if (!answer.ok && answer.error === "photo_missing" && !again) {
    // The server forgot them meanwhile: they are sent anew.
    for (const photo of photos) await (await store()).put("photos", { ...photo, there: undefined });
    return sendOne(entry, true);
  }
  // Refused is not filed: whatever was sent before didn't arrive either.
  if (!answer.ok) return refuse({ ...tried, tried: false, changedSince: false }, answer);
  await markSent(entry, answer.value);
  tell();
  return "done";
}

async function sendAll(): Promise<Outcome> {
  for (const { id, state } of await allEntries()) {
    const entry = state === "waiting" && (await (await store()).get("entries", id));
    if (entry && entry.state === "waiting" && (await sendOne(entry)) === "later") return "later";
  }
  return "done";
}

/** Sends everything that waits, one after another: a weak line carries one photo better than six. */
export async function sendWaiting(): Promise<Outcome> {
  return "locks" in navigator ? navigator.locks.request(LOCK, sendAll) : sendAll();
}
