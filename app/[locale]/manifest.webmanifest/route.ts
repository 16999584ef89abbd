import { notFound } from "next/navigation";
import { offlinePath } from "@/components/offline/keep";
import { isLocale, localeTags } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

type Context = { params: Promise<{ locale: string }> };

const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What makes the site an app that can be installed: one of its own in each language, under the language's name. */
export async function GET(_: Request, { params }: Context) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { t } = texts(locale);
  const name = t("common.brand.name");
  const manifest = {
    id: `/${locale}`,
    name: `${name} – ${t("common.brand.tagline")}`,
    short_name: name,
    description: t("offline.app"),
    lang: localeTags[locale],
    dir: "ltr",
    start_url: `/${locale}`,
    // The other languages too: whoever changes the language stays in the app.
    scope: "/",
    display: "standalone",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    categories: ["government", "utilities"],
    icons: [
      icon("icon", 192, "any"),
      icon("icon", 512, "any"),
      icon("maskable", 192, "maskable"),
      icon("maskable", 512, "maskable"),
    ],
    shortcuts: [
      {
        name: t("common.nav.report"),
        url: `/${locale}/report`,
        icons: [icon("icon", 192, "any")],
      },
      { name: t("offline.title"), url: offlinePath(locale), icons: [icon("icon", 192, "any")] },
      { name: t("common.nav.reports"), url: `/${locale}/reports`, icons: [icon("icon", 192, "any")] },
    ],
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
