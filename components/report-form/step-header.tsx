import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { type Step, steps } from "@/lib/reports/types";

/** Where in the form one is, the way back, and the one question of the page. */
export function StepHeader({
  t,
  step,
  back,
  title,
}: {
  t: Texts["t"];
  /** Absent for a page between the steps. */
  step?: Step;
  back?: string | undefined;
  title: string;
}) {
  return (
    <header className="mb-6">
      <p className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-muted">
        {back && (
          <Link href={back} className="inline-flex min-h-11 items-center">
            {t("common.actions.back")}
          </Link>
        )}
        {step && <span>{t("report_form.step", { step: steps.indexOf(step) + 1, count: steps.length })}</span>}
      </p>
      <h1>{title}</h1>
    </header>
  );
}

/** The hidden fields every step's form carries. */
export function StepFields({ locale, change }: { locale: string; change: boolean }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      {change && <input type="hidden" name="change" value="1" />}
    </>
  );
}
