import { CopyButton } from "@/components/ui/copy-button";
import { QrCode } from "@/components/ui/qr-code";
import type { Texts } from "@/lib/i18n/texts";

/** The private link of who reported without an e-mail, to keep: as text, as a QR code, to copy. */
export function PrivateLink({ t, url }: { t: Texts["t"]; url: string }) {
  return (
    <section aria-labelledby="private-link" className="space-y-4 border-l-4 border-action pl-4">
      <h2 id="private-link">{t("report_form.sent.link_title")}</h2>
      <p>{t("report_form.sent.link_body")}</p>
      <div>
        <label htmlFor="link" className="block font-semibold">
          {t("report_form.sent.link_label")}
        </label>
        <input id="link" readOnly value={url} className="control mt-1" />
      </div>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={url} label={t("report_form.sent.link_copy")} done={t("report_form.sent.link_copied")} />
        <a href={url} className="btn btn-quiet">
          {t("report_form.sent.link_open")}
        </a>
      </div>
      <QrCode text={url} label={t("report_form.sent.link_label")} />
      <p className="text-muted text-sm">{t("report_form.sent.link_qr")}</p>
    </section>
  );
}
