import { brushWords } from "@/components/photos/brush-words";
import type { Texts } from "@/lib/i18n/texts";
import type { PhotoWords } from "./photo-field";

const codes = [
  "photo_too_large",
  "photo_not_image",
  "photo_broken",
  "photo_bomb",
  "photo_too_many",
  "draft_missing",
  "too_many",
] as const;

/** What is said of a photo that can't be taken. */
export const photoErrors = ({ t }: Texts): PhotoWords["errors"] => ({
  photo_broken: t("errors.photo_broken"),
  ...Object.fromEntries(codes.map((code) => [code, t(`errors.${code}`)])),
});

/** The texts of the photo step, for the browser; "{number}" and the like are filled in there. */
export function photoWords(texts: Texts): PhotoWords {
  const { t, calendarDay } = texts;
  const number = "{number}";
  return {
    photos: t("report_form.photo.photos"),
    hint: t("report_form.photo.photos_hint"),
    hint_plain: t("report_form.photo.photos_hint_plain"),
    choose: t("report_form.photo.choose"),
    choose_many: t("report_form.photo.choose_many"),
    add: t("report_form.photo.add"),
    full: t("report_form.photo.full"),
    photo: t("report_form.photo.photo", { number }),
    cover: t("report_form.photo.cover"),
    earlier: t("report_form.photo.earlier", { number }),
    later: t("report_form.photo.later", { number }),
    remove: t("report_form.photo.remove", { number }),
    remove_short: t("common.actions.remove"),
    moved: t("report_form.photo.moved", { number }),
    removed: t("report_form.photo.removed"),
    not_changed: t("report_form.photo.not_changed"),
    preparing: t("report_form.photo.preparing"),
    held: t("report_form.photo.held"),
    restored: t("report_form.photo.restored"),
    waiting: t("report_form.photo.waiting"),
    sending: t("report_form.photo.sending", { percent: "{percent}" }),
    lost: t("report_form.photo.lost"),
    again: t("common.error.again"),
    knows_place: t("report_form.photo.knows_place"),
    taken: t("report_form.photo.taken", { day: "{day}" }),
    months: Array.from({ length: 12 }, (_, month) => calendarDay(new Date(Date.UTC(2222, month, 11)))),
    without: t("report_form.photo.without"),
    onward: t("common.actions.continue"),
    reading: t("report_form.photo.reading"),
    working: t("common.form.working"),
    brush: brushWords(texts),
    errors: photoErrors(texts),
  };
}
