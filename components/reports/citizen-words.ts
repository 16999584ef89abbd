import { type FormWords, formWords } from "@/components/ui/form-words";
import type { Texts } from "@/lib/i18n/texts";
import type { CitizenField } from "./citizen-form";

/** Everything that can go wrong with a citizen's form on a report. */
export const citizenWords = (t: Texts["t"]): FormWords =>
  formWords(t, [
    "forbidden",
    "not_found",
    "too_many",
    "required",
    "too_long",
    "too_short",
    "invalid",
    "words_or_photo",
    "moved_on",
    "hour_over",
    "link_invalid",
    "move_unlawful",
    "photo_too_large",
    "photo_not_image",
    "photo_broken",
    "photo_bomb",
  ]);

/** The field in which a citizen adds a photo. */
export const photoField = (t: Texts["t"]): CitizenField => ({
  name: "photo",
  label: t("after.form.photo"),
  hint: t("after.form.photo_hint"),
  kind: "photo",
  optional: true,
  again: t("after.form.photo_again"),
});
