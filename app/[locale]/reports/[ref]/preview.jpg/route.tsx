import { ImageResponse } from "next/og";
import { PHOTO_SIDE, PreviewImage, photoHeight } from "@/components/reports/preview-image";
import { attempt } from "@/lib/errors";
import { isLocale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { cutPhoto, keptPreview, previewFonts } from "@/lib/photos/preview";
import { PREVIEW_SIZE } from "@/lib/photos/sizes";
import { findPreview } from "@/lib/reports/preview-queries";
import { parseRef } from "@/lib/reports/ref";

/** The picture that is shown where a report is shared, in the language of the page. Its address carries the report's version. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; ref: string }> }) {
  const { locale, ref } = await params;
  const known = parseRef(ref);
  const report = isLocale(locale) && known === ref ? await findPreview(known) : null;
  if (!report || !isLocale(locale)) return new Response(null, { status: 404 });
  const picture = await attempt(() =>
    keptPreview(`${locale}:${report.ref}:${report.version}`, async () => {
      const height = photoHeight(report.before && report.proof ? 2 : 1);
      const [before, after, fonts] = await Promise.all([
        report.before ? cutPhoto(report.before, PHOTO_SIDE, height) : undefined,
        report.proof ? cutPhoto(report.proof, PHOTO_SIDE, height) : undefined,
        previewFonts(),
      ]);
      const image = <PreviewImage texts={texts(locale)} report={report} photos={{ before, after }} />;
      return new ImageResponse(image, { ...PREVIEW_SIZE, fonts }).arrayBuffer();
    }),
  );
  if (!picture.ok) return new Response(null, { status: 503, headers: { "retry-after": "10" } });
  const isCurrent = new URL(request.url).searchParams.get("v") === String(report.version);
  return new Response(new Uint8Array(picture.value), {
    headers: {
      "content-type": "image/jpeg",
      // A report can be hidden at any time: a day at most, as its photos.
      "cache-control": `public, max-age=${isCurrent ? 86_400 : 300}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
