import type { Texts } from "@/lib/i18n/texts";
import { offlinePath } from "./keep";

/** What the keeper of a step's form says, and where it leads without network. */
export const keeperProps = ({ t, locale }: Texts) => ({
  words: { restored: t("offline.restored"), offline: t("offline.lost"), link: t("offline.lost_link") },
  href: offlinePath(locale),
});
