import { formWords } from "@/components/ui/form-words";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { CategorySummary } from "@/lib/municipalities/types";
import { TargetForm } from "./target-form";

type Days = { answerDays: number | null; fixDays: number | null };
type Props = {
  texts: Texts;
  facts: { own: Map<string, Days>; kinds: Map<string, number | null> };
  municipality: { slug: string; targetAnswerDays: number; targetFixDays: number };
  categories: CategorySummary[];
};

/** The working days a municipality gives itself, for everything and by kind of problem. */
export function Targets({ texts: { t, locale }, facts, municipality, categories }: Props) {
  const { slug, targetAnswerDays, targetFixDays } = municipality;
  const written = (days: number | null | undefined) => (days ? String(days) : "");
  return (
    <TargetForm
      locale={locale}
      slug={slug}
      words={formWords(t, ["invalid_number", "forbidden", "not_found"])}
      labels={{
        answer: t("clock.targets.answer"),
        fix: t("clock.targets.fix"),
        look: t("clock.effect.look"),
        save: t("clock.effect.save"),
      }}
      lines={[
        { slug: "", name: t("clock.targets.all"), answer: String(targetAnswerDays), fix: String(targetFixDays) },
        ...categories.map((kind) => ({
          slug: kind.slug,
          name: localName(kind, locale),
          answer: written(facts.own.get(kind.slug)?.answerDays),
          fix: written(facts.own.get(kind.slug)?.fixDays),
          fallback: {
            answer: String(targetAnswerDays),
            fix: String(facts.kinds.get(kind.slug) ?? targetFixDays),
          },
        })),
      ]}
    />
  );
}
