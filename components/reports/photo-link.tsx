import { photoSizes, photoUrl } from "@/lib/photos/sizes";

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
