import type { Texts } from "@/lib/i18n/texts";
import { MAX_PHOTOS } from "@/lib/photos/sizes";
import type { PhotoWords } from "./photo-field";

const codes = [
  "photo_too_large",
  "photo_not_image",
  "photo_broken",
  "photo_bomb",
  "photo_too_many",
  "photo_missing",
  "draft_missing",
  "too_many",
] as const;

/** The texts of the photo field, for the browser. */
export function photoWords({ t }: Texts): PhotoWords {
  const numbers = Array.from({ length: MAX_PHOTOS }, (_, index) => index + 1);
  return {
    photos: t("report_form.photo.photos"),
    hint: t("report_form.photo.photos_hint"),
    optional: t("common.form.optional"),
    choose: t("report_form.photo.choose"),
    choose_many: t("report_form.photo.choose_many"),
    add: t("report_form.photo.add"),
    full: t("report_form.photo.full"),
    sending: t("report_form.photo.sending", { name: "{name}" }),
    waiting: t("report_form.photo.waiting", { name: "{name}" }),
    added: t("report_form.photo.added", { name: "{name}" }),
    again: t("common.error.again"),
    photo: numbers.map((number) => t("report_form.photo.photo", { number })),
    remove: numbers.map((number) => t("report_form.photo.remove", { number })),
    errors: { photo_broken: "", ...Object.fromEntries(codes.map((code) => [code, t(`errors.${code}`)])) },
  };
}
