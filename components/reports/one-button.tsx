import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Texts } from "@/lib/i18n/texts";
import { Subject } from "./subject";

/** A form of one button about a report. */
export function OneButton({
  texts: { t, locale },
  report,
  action,
  className = "btn btn-quiet",
  hidden = {},
  children,
}: {
  texts: Texts;
  report: { id: string; ref: string };
  action: (data: FormData) => Promise<void>;
  className?: string;
  hidden?: Record<string, string>;
  children: ReactNode;
}) {
  return (
    <form action={action}>
      <Subject locale={locale} report={report} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton working={t("common.form.working")} className={className}>
        {children}
      </SubmitButton>
    </form>
  );
}
