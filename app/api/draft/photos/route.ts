import { currentActor, requestIp } from "@/lib/accounts/session";
import { isId } from "@/lib/forms";
import { draftSecret } from "@/lib/reports/draft-cookie";
import { addDraftPhoto } from "@/lib/reports/photo-commands";
import { isFromThisSite } from "@/lib/request/same-origin";

/**
 * Takes a photo into this browser's draft: for the form's script, which shows how far it has got.
 * Fields: `photo`; `replaces`, the id of one whose place it takes; `after`, the id of one it comes behind ("" for the first place).
 * Answers with the id, or with a code of lib/errors.ts.
 */
export async function POST(request: Request) {
  if (!isFromThisSite(request)) return new Response(null, { status: 403 });
  const data = await request.formData().catch(() => null);
  const photo = data?.get("photo");
  if (!data || !(photo instanceof File)) return Response.json({ ok: false, error: "photo_missing" }, { status: 400 });
  const [replaces, after] = [data.get("replaces"), data.get("after")];
  const added = await addDraftPhoto(
    await currentActor(),
    await draftSecret(),
    Buffer.from(await photo.arrayBuffer()),
    await requestIp(),
    {
      replaces: typeof replaces === "string" && isId(replaces) ? replaces : undefined,
      after: typeof after === "string" && (after === "" || isId(after)) ? after : undefined,
    },
  );
  return Response.json(added, { status: added.ok ? 200 : 422 });
}
