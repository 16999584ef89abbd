import { SubmitButton } from "@/components/ui/submit-button";
import type { Texts } from "@/lib/i18n/texts";

/** A form of one button and hidden fields; works without JavaScript. */
export function OneButton({
  texts: { t, locale },
  action,
  hidden,
  label,
  quiet = false,
}: {
  texts: Texts;
  action: (form: FormData) => Promise<void>;
  hidden: Record<string, string>;
  label: string;
  quiet?: boolean;
}) {
  return (
    <form action={action}>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton working={t("common.form.working")} className={quiet ? "btn btn-quiet" : "btn btn-primary"}>
        {label}
      </SubmitButton>
    </form>
  );
}
