import type { PickerWords } from "@/components/map/location-picker";
import type { Texts } from "@/lib/i18n/texts";

/** How many places a search offers at the most; their counts are said. */
const MOST = 8;

/** The texts of the place picker, for the browser. */
export function pickerWords(
  { t }: Texts,
  placeError: string | undefined,
  borderError: string | undefined,
): PickerWords {
  return {
    search: t("report_form.where.search"),
    search_hint: t("report_form.where.search_hint"),
    pasted: t("report_form.where.pasted"),
    link: t("report_form.where.link"),
    button: t("common.actions.search"),
    list: t("report_form.where.list"),
    counts: Array.from({ length: MOST + 1 }, (_, count) => t("report_form.where.suggestions", { count })),
    map: t("report_form.where.map"),
    pin: t("report_form.where.pin"),
    no_tiles: t("reports.map.no_tiles"),
    zoom_in: t("reports.map.zoom_in"),
    zoom_out: t("reports.map.zoom_out"),
    use_location: t("report_form.where.use_location"),
    locating: t("report_form.where.locating"),
    locate_refused: t("report_form.where.locate_refused"),
    locate_failed: t("report_form.where.locate_failed"),
    accuracy: t("report_form.where.accuracy", { metres: "{metres}" }),
    map_hint: t("report_form.where.map_hint"),
    aim_hint: t("report_form.where.aim_hint"),
    aim_far: t("report_form.where.aim_far"),
    north: t("report_form.where.north", { metres: "{metres}" }),
    east: t("report_form.where.east", { metres: "{metres}" }),
    south: t("report_form.where.south", { metres: "{metres}" }),
    west: t("report_form.where.west", { metres: "{metres}" }),
    coordinates: t("report_form.where.coordinates"),
    lat: t("report_form.where.lat"),
    lon: t("report_form.where.lon"),
    coordinates_hint: t("report_form.where.coordinates_hint"),
    unset: t("report_form.where.is_unset"),
    border: t("report_form.where.border"),
    border_hint: t("report_form.where.border_hint"),
    border_other: t("report_form.where.border_other"),
    border_error: borderError ?? "",
    confirm: t("report_form.where.confirm"),
    place_error: placeError ?? "",
    loading: t("common.loading"),
  };
}
