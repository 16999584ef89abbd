import type { Metadata } from "next";
import Link from "next/link";
import { Asked } from "@/components/reports/asked-question";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findQuestion } from "@/lib/reports/question-queries";
import { type SearchParams, tokenSchema } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  // The token stays on this site. Not "no-referrer": browsers would then hide where the form comes from, and it would be refused.
  return { title: t("after.asked.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the buttons of an e-mail lead. Only the page's own button answers: programs that open every link of a mail don't. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = await searchParams;
  const token = tokenSchema.parse(query.token);
  const words = texts(locale);
  const question = await findQuestion(token);
  if (question)
    return (
      <Asked
        texts={words}
        question={question}
        token={token}
        answer={typeof query.answer === "string" ? query.answer : ""}
      />
    );
  const { t } = words;
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        <h1>{t("after.asked.invalid_title")}</h1>
        <p>{t("after.asked.invalid_body")}</p>
        <p>
          <Link href={`/${locale}/reports`} className="btn btn-quiet">
            {t("reports.list.title")}
          </Link>
        </p>
      </div>
    </div>
  );
}
