import { CategoryIcon } from "@/components/ui/category-icon";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { wordsOf } from "@/lib/municipalities/match";
import type { CategorySummary, Institution, Question } from "@/lib/municipalities/types";
import { answerField } from "@/lib/reports/answers";
import { KindPicker } from "./kind-picker";
import { QuestionField } from "./question-field";

type Props = {
  texts: Texts;
  categories: CategorySummary[];
  /** Who does what in the municipality of the place. */
  institutions: Institution[];
  questions: Question[];
  /** What was typed so far. */
  typed: { categoryId?: string | undefined; title?: string | undefined; answers?: Record<string, string> | undefined };
  message: (field: string) => string | undefined;
};

/** Headings of kinds, in their order. */
export const groups = ["streets", "light", "water", "clean", "green", "order", "other"] as const;

/** The kinds of problem as large choices under headings, the likely ones first. */
export function CategoryChoice(props: Props) {
  const { texts, categories, typed, message } = props;
  const { t } = texts;
  const error = message("categoryId");
  const rows = Object.fromEntries(
    categories.map((category, index) => [
      category.slug,
      <Row key={category.slug} {...props} {...{ category, index }} />,
    ]),
  );
  return (
    <fieldset className={error ? "border-l-4 border-st-open pl-4" : undefined}>
      <legend className="font-semibold">{t("report_form.problem.kind")}</legend>
      {error && <p className="font-semibold text-st-open">{error}</p>}
      <KindPicker
        kinds={categories.map(({ slug, group, nameSq, nameSr, nameEn, synonyms }) => ({
          slug,
          group: groups.find((known) => known === group) ?? "other",
          words: wordsOf(nameSq, nameSr, nameEn, synonyms),
        }))}
        groups={groups.map((id) => ({ id, label: t(`report_form.groups.${id}`) }))}
        rows={rows}
        title={typed.title ?? ""}
        chosen={typed.categoryId !== undefined}
        words={{
          search: t("report_form.problem.kind_search"),
          hint: t("report_form.problem.kind_search_hint"),
          likely: t("report_form.problem.kind_likely"),
          found: t("report_form.problem.kind_found"),
          none: t("report_form.problem.kind_none"),
        }}
      />
    </fieldset>
  );
}

/**
 * One kind; once it is chosen, under it: whose job it is, and what is asked besides. A browser that can't tell whether it
 * is chosen shows them always.
 */
function Row({
  texts,
  category,
  index,
  institutions,
  questions,
  typed,
  message,
}: Props & { category: CategorySummary; index: number }) {
  const { locale } = texts;
  const { slug } = category;
  const note = { sq: category.institutionSq, sr: category.institutionSr, en: category.institutionEn }[locale];
  const asked = questions.filter(({ categoryId }) => categoryId === slug);
  const institution = institutions.find(({ categoryId }) => categoryId === slug);
  return (
    <div className="group">
      <label className="flex min-h-14 cursor-pointer items-center gap-3 border-[1.5px] border-line bg-card px-3 py-2 has-checked:border-primary has-checked:bg-wash has-focus-visible:outline-3 has-focus-visible:outline-focus hover:border-muted">
        <input
          type="radio"
          name="categoryId"
          id={index === 0 ? "categoryId" : undefined}
          value={slug}
          defaultChecked={typed.categoryId === slug}
          aria-describedby={note ? `note-${slug}` : undefined}
          className="size-5 shrink-0 accent-primary"
        />
        <CategoryIcon icon={category.icon} />
        <span>{localName(category, locale)}</span>
      </label>
      {(note || asked.length > 0) && (
        <div className="space-y-4 bg-wash px-3 pb-3 group-not-has-checked:hidden">
          {note && (
            <div id={`note-${slug}`} className="text-sm">
              <p>{note}</p>
              {institution && <WhereToGo texts={texts} institution={institution} />}
            </div>
          )}
          {asked.map((question) => (
            <QuestionField
              key={question.id}
              texts={texts}
              question={question}
              value={typed.answers?.[question.id]}
              error={message(answerField(question.id))}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** The institution of the place, and how it is reached, as far as that is known. */
function WhereToGo({
  texts: { t },
  institution: { name, phone, website },
}: {
  texts: Texts;
  institution: Institution;
}) {
  return (
    <p className="mt-1">
      {t("report_form.problem.institution")} <strong>{name}</strong>
      {phone && (
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="ml-3 inline-flex min-h-11 items-center">
          {phone}
        </a>
      )}
      {website && (
        <a href={website} target="_blank" rel="noreferrer" className="ml-3 inline-flex min-h-11 items-center">
          {website.replace(/^https?:\/\//, "").replace(/\/$/, "")}
        </a>
      )}
    </p>
  );
}
