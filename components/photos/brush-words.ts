import type { Texts } from "@/lib/i18n/texts";
import type { BrushWords } from "./brush-tools";

/** The texts of the brush, for the browser. */
export function brushWords({ t }: Texts): BrushWords {
  return {
    title: t("report_form.brush.title"),
    hint: t("report_form.brush.hint"),
    keys: t("report_form.brush.keys"),
    canvas: t("report_form.brush.canvas"),
    box: t("report_form.brush.box"),
    box_keep: t("report_form.brush.box_keep"),
    box_at: t("report_form.brush.box_at", { x: "{x}", y: "{y}", width: "{width}", height: "{height}" }),
    undo: t("report_form.brush.undo"),
    clear: t("report_form.brush.clear"),
    thin: t("report_form.brush.thin"),
    thick: t("report_form.brush.thick"),
    done: t("report_form.brush.done"),
    cancel: t("report_form.brush.cancel"),
    opening: t("report_form.brush.opening"),
    failed: t("report_form.brush.failed"),
  };
}
