import type { Texts } from "@/lib/i18n/texts";
import type { Effect } from "@/lib/reports/types";

/** What other targets or holidays would do to the open reports, before they are set. */
export function EffectWords({ texts: { t }, effect }: { texts: Texts; effect: Effect }) {
  const { open, changed, late, saved } = effect;
  return (
    <div className="space-y-1">
      <p className="font-semibold">{t("clock.effect.changed", { changed, open })}</p>
      {late > 0 && <p>{t("clock.effect.late", { count: late })}</p>}
      {saved > 0 && <p>{t("clock.effect.saved", { count: saved })}</p>}
      {changed > 0 && <p className="text-sm text-muted">{t("clock.effect.background")}</p>}
    </div>
  );
}
