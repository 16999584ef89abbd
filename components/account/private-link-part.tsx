import type { ReactNode } from "react";
import { formWords } from "@/components/ui/form-words";
import { SubmitButton } from "@/components/ui/submit-button";
import { endPrivateLinkAction, renewPrivateLinkAction } from "@/lib/accounts/link-actions";
import type { Texts } from "@/lib/i18n/texts";
import { EmailForm } from "./email-form";

/** What whoever came by a private link can do with it: give an e-mail instead, have another one, or end it. */
export function PrivateLinkPart({ texts: { t, locale } }: { texts: Texts }) {
  return (
    <section aria-labelledby="private-link" className="prose-width space-y-6">
      <h2 id="private-link">{t("own.link.title")}</h2>
      <Part title={t("own.link.email_title")} body={t("own.link.email_body")}>
        <EmailForm
          locale={locale}
          words={formWords(t, ["required", "too_long", "invalid_email", "too_many", "forbidden"])}
          labels={{
            email: t("own.link.email"),
            hint: t("own.link.email_hint"),
            button: t("own.link.email_button"),
          }}
        />
      </Part>
      <Part title={t("own.link.renew_title")} body={t("own.link.renew_body")}>
        <form action={renewPrivateLinkAction}>
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
            {t("own.link.renew_button")}
          </SubmitButton>
        </form>
      </Part>
      <Part title={t("own.link.end_title")} body={t("own.link.end_body")}>
        <details>
          <summary className="inline-flex min-h-11 items-center font-semibold text-primary underline">
            {t("own.link.end_sure")}
          </summary>
          <form action={endPrivateLinkAction}>
            <input type="hidden" name="locale" value={locale} />
            <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
              {t("own.link.end_button")}
            </SubmitButton>
          </form>
        </details>
      </Part>
    </section>
  );
}

function Part({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <div className="space-y-3 border-t border-line pt-4">
      <h3>{title}</h3>
      <p>{body}</p>
      {children}
    </div>
  );
}
