import { statusShapes } from "@/components/ui/status-shapes";
import { drawable } from "@/lib/i18n/drawable";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { Status } from "@/lib/reports/status";
import type { PreviewReport } from "@/lib/reports/types";

/** Colours of the light scheme in app/globals.css: a picture has no scheme. */
const paper = "#fbfaf7";
const ink = "#16212b";
const muted = "#4c5a66";
const action = "#b23c0a";
const colours: Partial<Record<Status, string>> = {
  open: "#9b1b3c",
  acknowledged: "#7a4b00",
  planned: "#5a3d99",
  in_progress: "#1b4f91",
  referred: "#1b4f91",
  fixed: "#17663a",
};

/** Width of the photos' side in pixels. */
export const PHOTO_SIDE = 540;

type Props = {
  texts: Texts;
  report: PreviewReport;
  /** Cut photos as data addresses: of the problem, and of the proof that it is fixed. */
  photos: { before?: string | undefined; after?: string | undefined };
};

/**
 * What is seen where a report is shared: photo, title, place, status. Drawn by satori, which knows flex boxes and inline
 * styles alone; nobody gets this as a page.
 */
export function PreviewImage({ texts, report, photos }: Props) {
  const { t, locale } = texts;
  const title = drawable(report.title) || report.ref;
  const place = [report.placeText, localName(report.municipality, locale)]
    .filter(Boolean)
    .map((part) => drawable(part));
  const shown = [photos.before, photos.after].filter((photo) => photo !== undefined);
  const words = [t("reports.page.before"), t("reports.page.after")];
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        background: paper,
        color: ink,
        fontFamily: "Text, TextMore",
      }}
    >
      {shown.length > 0 && (
        <div style={{ width: PHOTO_SIDE, height: "100%", display: "flex", flexDirection: "column", gap: 6 }}>
          {shown.map((photo, index) => (
            <div key={words[index]} style={{ display: "flex", position: "relative", flexGrow: 1 }}>
              <img src={photo} alt="" width={PHOTO_SIDE} height={photoHeight(shown.length)} />
              {shown.length > 1 && (
                <div
                  style={{
                    position: "absolute",
                    left: 0,
                    bottom: 0,
                    padding: "6px 18px",
                    background: paper,
                    fontSize: 26,
                  }}
                >
                  {words[index]}
                </div>
              )}
            </div>
          ))}
        </div>
      )}
      <div style={{ display: "flex", flexDirection: "column", flexGrow: 1, flexBasis: 0, padding: "48px 52px 44px" }}>
        <StatusLine texts={texts} report={report} />
        <div
          style={{
            display: "block",
            marginTop: 26,
            fontFamily: "Title, TitleMore",
            fontSize: titleSize(title, shown.length > 0),
            lineHeight: 1.12,
            lineClamp: shown.length > 0 ? 6 : 4,
            wordBreak: "break-word",
          }}
        >
          {title}
        </div>
        <div style={{ display: "block", marginTop: 24, fontSize: 28, lineHeight: 1.3, color: muted, lineClamp: 2 }}>
          {place.join(" · ")}
        </div>
        <div style={{ display: "flex", alignItems: "center", marginTop: "auto", fontSize: 30 }}>
          <House />
          <div style={{ marginLeft: 14, fontFamily: "Title, TitleMore", fontSize: 34 }}>{t("common.brand.name")}</div>
          <div style={{ marginLeft: "auto", color: muted }}>{report.ref}</div>
        </div>
      </div>
    </div>
  );
}

/** Height of each of so many photos above one another, in pixels. */
export const photoHeight = (count: number): number => (count > 1 ? 312 : 630);

/** The longer a title, the smaller: 120 letters still fit. */
function titleSize(title: string, besidePhoto: boolean): number {
  const steps = besidePhoto ? [60, 52, 45, 40] : [84, 72, 62, 54];
  const step = [34, 60, 85].findIndex((letters) => title.length <= letters);
  return steps[step === -1 ? 3 : step] ?? 40;
}

function StatusLine({ texts: { t }, report }: { texts: Texts; report: PreviewReport }) {
  const colour = colours[report.status] ?? "#55606b";
  return (
    <div style={{ display: "flex", alignItems: "center", fontSize: 34, color: colour }}>
      <svg width="34" height="34" viewBox="0 0 16 16" aria-hidden="true">
        <path d={statusShapes[report.status]} fill={colour} fillRule="evenodd" />
      </svg>
      <div style={{ marginLeft: 14 }}>{t(`reports.status.${report.status}`)}</div>
    </div>
  );
}

function House() {
  return (
    <svg width="44" height="44" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M16 1.5c-6.6 0-11.5 4.9-11.5 11.2C4.5 20.6 16 30.5 16 30.5s11.5-9.9 11.5-17.8C27.5 6.4 22.6 1.5 16 1.5Z"
        fill={action}
      />
      <path
        d="m10.4 13.2 4 4 7.4-8"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
