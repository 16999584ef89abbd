import { NoSuchPage } from "@/components/shell/no-such-page";
import { defaultLocale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

/** For what Next itself can't find, such as a language that isn't spoken here. */
export default function NotFound() {
  return <NoSuchPage texts={texts(defaultLocale)} />;
}
