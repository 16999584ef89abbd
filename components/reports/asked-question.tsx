import Link from "next/link";
import { CategoryIcon } from "@/components/ui/category-icon";
import { StatusMark } from "@/components/ui/status-mark";
import { SubmitButton } from "@/components/ui/submit-button";
import { localeTags, localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import { answerFixByLinkAction, answerStillByLinkAction } from "@/lib/reports/citizen-actions";
import { type FixAnswer, fixAnswers, type StillAnswer, stillAnswers } from "@/lib/reports/schema";
import type { PublicStatus } from "@/lib/reports/status";
import type { AskedQuestion } from "@/lib/reports/types";
import { BeforeAfter } from "./before-after";
import { CitizenForm } from "./citizen-form";
import { citizenWords, photoField } from "./citizen-words";

type Props = { texts: Texts; question: AskedQuestion; token: string; answer: string };

/** What the link of an e-mail asks, with the answer of the pressed button ready: one press sends it. */
export function Asked({ texts, question, token, answer }: Props) {
  const { t, locale } = texts;
  const isFix = question.kind === "fixed";
  return (
    <div className="wrap py-8">
      <div className="max-w-2xl space-y-6">
        <About texts={texts} question={question} />
        {question.isOver ? (
          <>
            <p className="text-lg font-semibold">{t("after.asked.over")}</p>
            <StatusMark status={question.status as PublicStatus} t={t} />
            <p>
              <Link href={`/${locale}/reports/${question.ref}`} className="btn btn-primary">
                {t("mail.step.action")}
              </Link>
            </p>
          </>
        ) : (
          <>
            {question.given && (
              <p className="font-semibold">{t("after.fixed.mine", { answer: t(`after.fixed.${question.given}`) })}</p>
            )}
            {isFix ? (
              <FixForm texts={texts} token={token} answer={fixAnswers.find((one) => one === answer) ?? "yes"} />
            ) : (
              <StillForm texts={texts} token={token} answer={stillAnswers.find((one) => one === answer) ?? "still"} />
            )}
          </>
        )}
      </div>
    </div>
  );
}

function About({ texts, question }: { texts: Texts; question: AskedQuestion }) {
  const { t, locale, date } = texts;
  const { kind, title, before, fix, category, municipality, placeText } = question;
  return (
    <>
      <h1>{t(kind === "fixed" ? "after.fixed.title" : "after.still.title")}</h1>
      <div>
        <p lang={localeTags[question.language]} className="text-lg font-semibold">
          {title}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          <span className="inline-flex items-center gap-1.5">
            <CategoryIcon icon={category.icon} size={18} />
            {localName(category, locale)}
          </span>
          <span>{localName(municipality, locale)}</span>
          {placeText && <span>{placeText}</span>}
          <span>{t("reports.page.reported", { date: date(question.createdAt) })}</span>
        </p>
      </div>
      {before && fix?.proof && (
        <BeforeAfter
          texts={texts}
          title={title}
          before={before}
          after={fix.proof}
          reported={question.createdAt}
          fixed={fix.at}
        />
      )}
      {before && !fix?.proof && (
        <img
          src={photoUrl(before.id, "medium")}
          width={before.width}
          height={before.height}
          alt={t("reports.page.photo_alt", { number: 1, title })}
          className="h-auto max-h-80 w-auto max-w-full bg-wash"
        />
      )}
      {fix && !fix.proof && <p className="text-sm text-muted">{t("reports.page.no_proof")}</p>}
      {fix?.text && (
        <blockquote className="whitespace-pre-line border-l-4 border-primary bg-card px-4 py-2">{fix.text}</blockquote>
      )}
    </>
  );
}

/** The other answers, each the same page with that one ready. */
function Others({
  texts: { t, locale },
  token,
  others,
}: {
  texts: Texts;
  token: string;
  others: Record<string, string>;
}) {
  return (
    <section aria-labelledby="others" className="space-y-1">
      <h2 id="others" className="text-base">
        {t("after.asked.others")}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {Object.entries(others).map(([answer, label]) => (
          <li key={answer}>
            <Link
              href={`/${locale}/reports/answer?token=${token}&answer=${answer}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type FormProps<A> = { texts: Texts; token: string; answer: A };

function FixForm({ texts, token, answer }: FormProps<FixAnswer["answer"]>) {
  const { t, locale } = texts;
  const others = fixAnswers.filter((one) => one !== answer).map((one) => [one, t(`after.fixed.${one}`)]);
  return (
    <>
      <CitizenForm
        key={answer}
        id=""
        action={answerFixByLinkAction}
        hidden={{ locale, token, answer }}
        fields={
          answer === "yes"
            ? []
            : [
                {
                  name: "text",
                  label: t(answer === "no" ? "after.fixed.what" : "after.fixed.partly_what"),
                  hint: t(answer === "no" ? "after.fixed.what_hint" : "after.fixed.partly_hint"),
                  kind: "words",
                  max: 2000,
                  optional: answer === "partly",
                },
                photoField(t),
              ]
        }
        buttons={[
          {
            label: t(answer === "no" ? "after.fixed.reopen" : `after.fixed.${answer}`),
            className: "btn btn-primary w-full",
          },
        ]}
        words={citizenWords(t)}
      />
      <Others texts={texts} token={token} others={Object.fromEntries(others)} />
    </>
  );
}

function StillForm({ texts, token, answer }: FormProps<StillAnswer["answer"]>) {
  const { t, locale } = texts;
  const others = stillAnswers.filter((one) => one !== answer).map((one) => [one, t(`after.still.${one}`)]);
  return (
    <>
      <form action={answerStillByLinkAction}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="answer" value={answer} />
        <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full">
          {t(`after.still.${answer}`)}
        </SubmitButton>
      </form>
      <Others texts={texts} token={token} others={Object.fromEntries(others)} />
    </>
  );
}
