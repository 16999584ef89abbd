import { SubmitButton } from "@/components/ui/submit-button";
import type { Texts } from "@/lib/i18n/texts";
import { setAnonymousReportsAction } from "@/lib/municipalities/actions";

/** Whether a municipality takes reports without an e-mail, and the button that changes it. */
export function AnonymousSetting({
  texts: { t, locale },
  slug,
  allowed,
  back,
  name,
}: {
  texts: Texts;
  slug: string;
  allowed: boolean;
  /** The page to come back to. */
  back: "admin" | "desk";
  /** Of the municipality, where several stand under each other. */
  name?: string;
}) {
  const button = t(allowed ? "desk.settings.turn_off" : "desk.settings.turn_on");
  return (
    <form action={setAnonymousReportsAction} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="allowed" value={allowed ? "0" : "1"} />
      <p className="grow basis-60">
        {name && <strong>{name}: </strong>}
        {t(allowed ? "desk.settings.is_on" : "desk.settings.is_off")}
      </p>
      <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
        {button}
        {name && <span className="sr-only">: {name}</span>}
      </SubmitButton>
    </form>
  );
}
