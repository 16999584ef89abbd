import { signInAsDemoAction } from "@/lib/accounts/actions";
import type { DemoAccount } from "@/lib/accounts/types";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";

type Named = { slug: string; nameSq: string; nameSr: string; nameEn: string };

/** One-click sign-ins of demonstration mode: the person on the street, the people of each municipality, those of D+. */
export function DemoDoors({
  texts: { t, locale },
  accounts,
  municipalities,
  back,
}: {
  texts: Texts;
  accounts: DemoAccount[];
  municipalities: Named[];
  back: string;
}) {
  const others = accounts.filter(({ municipalityId }) => municipalityId === null);
  const count = (role: string) => others.filter((account) => account.role === role).length;
  const label = (account: DemoAccount, place?: string) => {
    const role = t(`accounts.roles.${account.role}`);
    if (place) return <span className="sr-only">{`${role}, ${place}`}</span>;
    const nth = others.filter((other) => other.role === account.role).indexOf(account) + 1;
    return count(account.role) > 1 ? `${role} ${nth}` : role;
  };
  return (
    <section aria-labelledby="demo" className="space-y-6 border-t-4 border-ink pt-4">
      <div className="prose-width space-y-2">
        <h2 id="demo">{t("accounts.demo.title")}</h2>
        <p className="text-muted">{t("accounts.demo.body")}</p>
      </div>
      <form action={signInAsDemoAction} className="max-w-3xl space-y-6">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={back} />
        <div className="flex flex-wrap gap-2">
          {others.map((account) => (
            <button key={account.email} type="submit" name="email" value={account.email} className="btn btn-quiet">
              {label(account)}
            </button>
          ))}
        </div>
        <ul className="divide-y divide-line border-y border-line">
          {municipalities.map((municipality) => {
            const place = localName(municipality, locale);
            return (
              <li key={municipality.slug} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
                <span className="w-full font-semibold sm:w-auto sm:grow">{place}</span>
                {accounts
                  .filter(({ municipalityId }) => municipalityId === municipality.slug)
                  .map((account) => (
                    <button
                      key={account.email}
                      type="submit"
                      name="email"
                      value={account.email}
                      className="btn btn-quiet px-3"
                    >
                      {label(account, place)}
                      <span aria-hidden="true">{t(`accounts.roles.${account.role}`)}</span>
                    </button>
                  ))}
              </li>
            );
          })}
        </ul>
      </form>
    </section>
  );
}
