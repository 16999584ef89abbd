import type { Texts } from "@/lib/i18n/texts";
import type { Stage } from "@/lib/pledges/status";

const colours: Record<Stage, string> = {
  draft: "border-line text-muted",
  sent_back: "border-st-broken text-st-broken",
  waiting: "border-st-planned text-st-planned",
  published: "border-st-fixed text-st-fixed",
};

/** Where an assessment stands on its way, in a word. */
export function StageMark({ t, stage }: { t: Texts["t"]; stage: Stage }) {
  return (
    <span className={`inline-block rounded-md border-2 px-2 text-sm font-semibold ${colours[stage]}`}>
      {t(`staff.stage.${stage}`)}
    </span>
  );
}
