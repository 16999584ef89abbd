import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { MandateLink } from "@/lib/pledges/types";

const year = (day: Date) => String(day.getUTCFullYear());

/** "Mandate 2025–2029", or the sample by its name. */
function mandateName(t: Texts["t"], { fromDate, toDate, sample }: MandateLink): string {
  const name = t("pledges.mandate.label", { from: year(fromDate), to: year(toDate) });
  return sample ? t("pledges.sample.tag") : name;
}

/** The mandates there are, as links; the one that is shown is marked. */
export function MandateSwitch({
  t,
  path,
  links,
  shown,
}: {
  t: Texts["t"];
  path: string;
  links: readonly MandateLink[];
  shown: string;
}) {
  if (links.length < 2) return null;
  return (
    <nav aria-label={t("pledges.mandate.switch")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map((mandate) => (
          <li key={mandate.key}>
            <Link
              href={`${path}?mandate=${mandate.key}`}
              aria-current={mandate.key === shown ? "true" : undefined}
              className={`inline-flex min-h-11 items-center border-b-4 text-sm font-semibold no-underline ${
                mandate.key === shown ? "border-action text-ink" : "border-transparent"
              }`}
            >
              {mandateName(t, mandate)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
