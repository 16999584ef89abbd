import { CategoryIcon } from "@/components/ui/category-icon";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { CategorySummary } from "@/lib/municipalities/types";

/** The kinds of problem as large choices; where one belongs to another institution, that is said under it once it is chosen. */
export function CategoryChoice({
  texts: { t, locale },
  categories,
  chosen,
  error,
}: {
  texts: Texts;
  categories: CategorySummary[];
  chosen: string | undefined;
  error: string | undefined;
}) {
  return (
    <fieldset className={error ? "border-l-4 border-st-open pl-4" : undefined}>
      <legend className="font-semibold">{t("report_form.problem.kind")}</legend>
      {error && <p className="font-semibold text-st-open">{error}</p>}
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        {categories.map((category, index) => {
          const note = { sq: category.institutionSq, sr: category.institutionSr, en: category.institutionEn }[locale];
          return (
            <div key={category.slug} className="group">
              <label className="flex min-h-14 cursor-pointer items-center gap-3 border-[1.5px] border-line bg-card px-3 py-2 has-checked:border-primary has-checked:bg-wash has-focus-visible:outline-3 has-focus-visible:outline-focus hover:border-muted">
                <input
                  type="radio"
                  name="categoryId"
                  id={index === 0 ? "categoryId" : undefined}
                  value={category.slug}
                  defaultChecked={chosen === category.slug}
                  aria-describedby={note ? `note-${category.slug}` : undefined}
                  className="size-5 shrink-0 accent-primary"
                />
                <CategoryIcon icon={category.icon} />
                <span>{localName(category, locale)}</span>
              </label>
              {note && (
                <p id={`note-${category.slug}`} className="hidden bg-wash px-3 pb-3 text-sm group-has-checked:block">
                  {note}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
