import type { Texts } from "@/lib/i18n/texts";
import { photoSizes, photoUrl } from "@/lib/photos/sizes";
import type { PublicReport } from "@/lib/reports/types";

type Photo = { id: string; width: number; height: number };

/** A photo that opens in full; the browser takes the size it needs. */
export function PhotoLink({ photo, alt, first = false }: { photo: Photo; alt: string; first?: boolean }) {
  const { id, width, height } = photo;
  const wide = (side: number) => Math.round(width * Math.min(1, side / Math.max(width, height)));
  return (
    <a href={photoUrl(id, "large")} className="block">
      <img
        src={photoUrl(id, "medium")}
        srcSet={`${photoUrl(id, "thumb")} ${wide(photoSizes.thumb)}w, ${photoUrl(id, "medium")} ${wide(photoSizes.medium)}w, ${photoUrl(id, "large")} ${wide(photoSizes.large)}w`}
        sizes={first ? "(min-width: 64rem) 44rem, 100vw" : "(min-width: 64rem) 22rem, 50vw"}
        width={width}
        height={height}
        alt={alt}
        loading={first ? "eager" : "lazy"}
        className={first ? "h-auto max-h-[40rem] w-auto max-w-full bg-wash" : "aspect-4/3 w-full bg-wash object-cover"}
      />
    </a>
  );
}

/** The photos of the problem: the first large, the others beside one another. */
export function Photos({ t, report }: { t: Texts["t"]; report: PublicReport }) {
  const [first, ...others] = report.photos;
  if (!first) return null;
  const alt = (number: number) => t("reports.page.photo_alt", { number, title: report.title });
  return (
    <section aria-label={t("reports.page.photos")} className="space-y-2">
      <PhotoLink photo={first} alt={alt(1)} first />
      {others.length > 0 && (
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {others.map((photo, index) => (
            <li key={photo.id}>
              <PhotoLink photo={photo} alt={alt(index + 2)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
