import "server-only";
import { anonymous } from "../accounts/actor";
import { findPublicReport } from "./queries";

/**
 * What a report's preview image shows: as much as everybody may know of it.
 * @returns null for a report the public doesn't see: it has no picture either
 */
export async function findPreview(ref: string) {
  const report = await findPublicReport(ref, anonymous);
  if (!report) return null;
  const last = report.story.findLast(({ statusTo }) => statusTo !== null);
  const proof = report.status === "fixed" ? last?.photos.find(({ role }) => role === "proof") : undefined;
  const { title, status, category, municipality, placeText, version, reopenedCount } = report;
  const before = report.photos[0]?.id ?? null;
  return {
    ref,
    title,
    status,
    category,
    municipality,
    placeText,
    version,
    reopenedCount,
    before,
    proof: proof?.id ?? null,
  };
}

export type PreviewReport = NonNullable<Awaited<ReturnType<typeof findPreview>>>;
