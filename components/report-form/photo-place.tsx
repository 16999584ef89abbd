import type { Texts } from "@/lib/i18n/texts";

type Props = { texts: Texts; place: { outcome: "used" | "none" | "outside"; day?: string | undefined }; old: boolean };

/** What the photos said of the place, until the person has confirmed one. */
export function PhotoPlace({ texts: { t, calendarDay }, place: { outcome, day }, old }: Props) {
  return (
    <div className="border-l-4 border-primary pl-4">
      <p className={outcome === "used" ? "font-semibold" : undefined}>{t(`report_form.where.photo_${outcome}`)}</p>
      {day && old && <p>{t("report_form.where.photo_old", { day: calendarDay(new Date(day)) })}</p>}
    </div>
  );
}
