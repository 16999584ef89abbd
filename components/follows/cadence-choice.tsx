import { type Cadence, cadences } from "@/lib/follows/schema";
import type { Texts } from "@/lib/i18n/texts";

/** How soon one is told: at once, daily, weekly. */
export function CadenceChoice({ t, chosen }: { t: Texts["t"]; chosen: Cadence }) {
  return (
    <fieldset>
      <legend className="font-semibold">{t("follows.cadence.title")}</legend>
      <div className="mt-1">
        {cadences.map((cadence) => (
          <label key={cadence} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="radio"
              name="cadence"
              value={cadence}
              defaultChecked={cadence === chosen}
              className="mt-1 size-5 shrink-0 accent-primary"
            />
            <span>
              <span className="block first-letter:uppercase">{t(`follows.cadence.${cadence}`)}</span>
              <span className="block text-sm text-muted">{t(`follows.cadence.${cadence}_hint`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
