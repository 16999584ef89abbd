import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { publicStatuses } from "@/lib/reports/status";
import type { MapLabels } from "./types";

type Named = { slug: string; nameSq: string; nameSr: string; nameEn: string };

/** The map's words in a language, for the browser. */
export function mapLabels({ t, locale }: Texts, categories: Named[]): MapLabels {
  return {
    map: t("reports.map.label"),
    zoomIn: t("reports.map.zoom_in"),
    zoomOut: t("reports.map.zoom_out"),
    noTiles: t("reports.map.no_tiles"),
    failed: t("reports.map.failed"),
    partial: t("reports.map.partial"),
    cluster: t("reports.map.cluster", { count: "{count}", open: "{open}", fixed: "{fixed}" }),
    pin: t("reports.map.pin", { title: "{title}", category: "{category}", status: "{status}" }),
    status: Object.fromEntries(
      publicStatuses.map((status) => [status, t(`reports.status.${status}`)]),
    ) as MapLabels["status"],
    category: Object.fromEntries(categories.map((one) => [one.slug, localName(one, locale)])),
  };
}
