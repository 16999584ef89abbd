import type { Metadata } from "next";
import type { Locale } from "@/lib/i18n/locales";
import { noSuchPage, noSuchPageMetadata } from "../no-such-page";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return noSuchPageMetadata((await params).locale);
}

/** Every address that no page answers. */
export default async function RestPage({ params }: Props) {
  return noSuchPage((await params).locale);
}
