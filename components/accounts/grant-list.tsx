import { SubmitButton } from "@/components/ui/submit-button";
import { revokeRoleAction } from "@/lib/accounts/actions";
import type { GrantRow } from "@/lib/accounts/types";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";

/** Who holds which role, and a way to take it away. */
export function GrantList({ texts: { t, locale, date }, grants }: { texts: Texts; grants: GrantRow[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {grants.map((grant) => {
        const who = grant.person.name ?? grant.person.email;
        const role = t(`accounts.roles.${grant.role}`);
        const place = grant.municipality && localName(grant.municipality, locale);
        return (
          <li key={grant.id} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[2fr_1fr_auto] md:items-center">
            <div className="min-w-0">
              <p className="font-semibold">{who}</p>
              {grant.person.name && <p className="text-sm text-muted">{grant.person.email}</p>}
            </div>
            <div>
              <p>{place ? `${role}, ${place}` : role}</p>
              <p className="text-sm text-muted">{t("accounts.admin.since", { day: date(grant.createdAt, "short") })}</p>
            </div>
            <form action={revokeRoleAction}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="grantId" value={grant.id} />
              <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
                {t("accounts.admin.take")}
                <span className="sr-only">{`: ${place ? `${role}, ${place}` : role}, ${who}`}</span>
              </SubmitButton>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
