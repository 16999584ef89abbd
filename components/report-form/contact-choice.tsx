import type { ReactNode } from "react";
import type { Texts } from "@/lib/i18n/texts";

/** By e-mail or without one, where the municipality takes both; a browser that can't tell which is chosen shows everything. */
export function ContactChoice({
  texts: { t },
  noEmail,
  children,
}: {
  texts: Texts;
  noEmail: boolean;
  /** The field for the e-mail. */
  children: ReactNode;
}) {
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 font-semibold">{t("report_form.you.contact")}</legend>
      {(["email", "none"] as const).map((way) => (
        <div key={way} className="group border-[1.5px] border-line bg-card has-checked:border-primary">
          <label className="flex min-h-14 cursor-pointer items-start gap-3 px-3 py-3 has-focus-visible:outline-3 has-focus-visible:outline-focus">
            <input
              type="radio"
              name="contact"
              value={way}
              defaultChecked={(way === "none") === noEmail}
              className="mt-1 size-5 shrink-0 accent-primary"
            />
            <span>
              <span className="block font-semibold">{t(`report_form.you.way_${way}`)}</span>
              <span className="text-sm">{t(`report_form.you.way_${way}_hint`)}</span>
            </span>
          </label>
          {way === "email" && <div className="px-3 pb-4 group-not-has-checked:hidden">{children}</div>}
        </div>
      ))}
    </fieldset>
  );
}
