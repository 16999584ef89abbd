import type { Texts } from "@/lib/i18n/texts";
import type { PublicReport, StoryEntry } from "@/lib/reports/types";
import { PhotoLink } from "./photo-link";

/** The step by which the report stands fixed now, if the municipality made it with a photo; and a photo of before. */
export function fixShown(report: PublicReport): { step: StoryEntry; before: Photo; after: Photo } | undefined {
  if (report.status !== "fixed") return undefined;
  const step = report.story.findLast(({ statusTo }) => statusTo !== null);
  const after = step?.photos.find(({ role }) => role === "proof");
  const [before] = report.photos;
  return step && before && after ? { step, before, after } : undefined;
}

type Photo = { id: string; width: number; height: number };

/** The problem and the proof of its fix, side by side on every screen. */
export function BeforeAfter({
  texts: { t, date },
  title,
  before,
  after,
  reported,
  fixed,
}: {
  texts: Texts;
  title: string;
  before: Photo;
  after: Photo;
  reported: Date;
  fixed: Date;
}) {
  return (
    <div className="grid grid-cols-2 gap-1 sm:gap-2">
      <figure className="min-w-0">
        <PhotoLink photo={before} alt={t("reports.page.photo_alt", { number: 1, title })} />
        <figcaption className="mt-1 text-sm">
          <span className="font-semibold">{t("reports.page.before")}</span>{" "}
          <span className="text-muted">{date(reported, "short")}</span>
        </figcaption>
      </figure>
      <figure className="min-w-0">
        <PhotoLink photo={after} alt={t("reports.page.proof_alt", { title })} />
        <figcaption className="mt-1 text-sm">
          <span className="font-semibold text-st-fixed">{t("reports.page.after")}</span>{" "}
          <span className="text-muted">{date(fixed, "short")}</span>
        </figcaption>
      </figure>
    </div>
  );
}
