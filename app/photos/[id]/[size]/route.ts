import { cookies } from "next/headers";
import { municipalitiesOf, personId } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import { isId } from "@/lib/forms";
import { readPhoto } from "@/lib/photos/keep";
import { isPhotoSize } from "@/lib/photos/sizes";
import { DRAFT_COOKIE, findDraft } from "@/lib/reports/drafts";
import { canModerate } from "@/lib/reports/policy";

/** A photo in one of its sizes. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; size: string }> }) {
  const { id, size } = await params;
  if (!isPhotoSize(size) || !isId(id)) return new Response(null, { status: 404 });
  const [actor, draft] = await Promise.all([currentActor(), findDraft((await cookies()).get(DRAFT_COOKIE)?.value)]);
  const photo = await readPhoto(id, size, {
    draftId: draft?.id,
    personId: personId(actor),
    municipalities: municipalitiesOf(actor),
    staff: canModerate(actor),
  });
  if (!photo) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(photo.bytes), {
    headers: {
      "content-type": "image/jpeg",
      // A report can be hidden at any time: a day at most, and nowhere but in the browser for what isn't public.
      "cache-control": photo.isPublic ? "public, max-age=86400" : "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
