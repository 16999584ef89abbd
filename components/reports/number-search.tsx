import type { Texts } from "@/lib/i18n/texts";

/** A box that opens a report by its number. @param unknown a number that no public report has */
export function NumberSearch({ words: { t }, path, unknown }: { words: Texts; path: string; unknown: string }) {
  return (
    <form action={path} className="max-w-sm">
      <label htmlFor="number" className="block font-semibold">
        {t("reports.filter.number")}
      </label>
      <p id="number-hint" className="text-sm text-muted">
        {t("reports.filter.number_hint")}
      </p>
      {unknown && (
        <p id="number-error" role="alert" className="font-semibold text-st-open">
          {t("reports.filter.number_unknown", { number: unknown })}
        </p>
      )}
      <div className="mt-1 flex gap-2">
        <input
          id="number"
          name="number"
          defaultValue={unknown}
          maxLength={20}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={unknown ? true : undefined}
          aria-describedby={unknown ? "number-hint number-error" : "number-hint"}
          className="control"
        />
        <button type="submit" className="btn btn-quiet shrink-0">
          {t("reports.filter.number_find")}
        </button>
      </div>
    </form>
  );
}
