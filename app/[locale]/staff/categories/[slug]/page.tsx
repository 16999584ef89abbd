import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NotForYou } from "@/components/shell/not-for-you";
import { institutionFields, kindErrors, kindFields, questionGroups } from "@/components/staff/kind-fields";
import { OneButton } from "@/components/staff/one-button";
import { WorkForm } from "@/components/staff/work-form";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import {
  addQuestionAction,
  retireQuestionAction,
  setInstitutionsAction,
  setKindAction,
} from "@/lib/municipalities/actions";
import { listMunicipalities } from "@/lib/municipalities/queries";
import { findKind } from "@/lib/municipalities/staff-queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<{ done?: string; problem?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const title = texts(locale).t("staff.kinds.title");
  const actor = await currentActor();
  const kind = actor.kind === "person" ? await findKind(actor, slug) : null;
  return { title: kind ? `${localName(kind, locale)} – ${title}` : title };
}

const deeds = ["saved", "asked", "retired"] as const;

/** One kind of problem: what is asked about it, what it is called, who else does it. */
export default async function KindPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const words = texts(locale);
  const { t } = words;
  const path = `/${locale}/staff/categories`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  const [kind, municipalities, told] = await Promise.all([findKind(actor, slug), listMunicipalities(), searchParams]);
  if (!kind) return <NotForYou texts={words} back={path} />;
  const problem = errorCodes.find((code) => code === told.problem);
  const done = deeds.find((deed) => deed === told.done);
  const form = { hidden: { locale, slug }, words: formWords(t, kindErrors) };
  const save = [{ label: t("common.actions.save") }];
  return (
    <div className="wrap space-y-10 py-4 md:py-8">
      <div className="prose-width space-y-3">
        <p>
          <Link href={path} className="inline-flex min-h-11 items-center">
            {t("staff.kinds.title")}
          </Link>
        </p>
        <h1>{localName(kind, locale)}</h1>
        {problem && <ErrorSummary t={t} error={problem} />}
        {done && <Notice>{t(`staff.kinds.done.${done}`)}</Notice>}
      </div>
      <section aria-labelledby="questions" className="space-y-4">
        <h2 id="questions">{t("staff.kinds.asked")}</h2>
        {kind.questions.length === 0 && <p className="text-muted">{t("staff.kinds.none_asked")}</p>}
        <ul>
          {kind.questions.map((question) => (
            <li
              key={question.id}
              className="flex flex-wrap items-center gap-4 border-b border-line py-3 first:border-t"
            >
              <span className="min-w-0 grow basis-60">
                <span className="block font-semibold">{localName(question, locale)}</span>
                <span className="text-muted text-sm">
                  {[
                    t(`staff.kinds.kind.${question.kind}`),
                    t(question.required ? "staff.kinds.is_required" : "staff.kinds.is_optional"),
                    t(question.isPublic ? "staff.kinds.is_public" : "staff.kinds.is_internal"),
                  ].join(" · ")}
                </span>
              </span>
              <OneButton
                texts={words}
                action={retireQuestionAction}
                hidden={{ slug, id: question.id }}
                label={t("staff.kinds.retire")}
                quiet
              />
            </li>
          ))}
        </ul>
        <details>
          <summary className="min-h-11 py-2 font-semibold text-primary">{t("staff.kinds.add")}</summary>
          <div className="mt-3 max-w-4xl">
            <WorkForm
              {...form}
              action={addQuestionAction}
              groups={questionGroups(t)}
              buttons={[{ label: t("staff.kinds.add") }]}
            />
          </div>
        </details>
      </section>
      <section aria-labelledby="names" className="max-w-4xl space-y-4">
        <h2 id="names">{t("staff.kinds.found_by")}</h2>
        <WorkForm {...form} action={setKindAction} groups={kindFields(t, kind)} buttons={save} />
      </section>
      <section aria-labelledby="institutions" className="max-w-4xl space-y-4">
        <h2 id="institutions">{t("staff.kinds.institutions")}</h2>
        <p className="prose-width">{t("staff.kinds.institutions_unchecked")}</p>
        <WorkForm
          {...form}
          action={setInstitutionsAction}
          groups={institutionFields(words, municipalities, kind.institutions)}
          buttons={save}
        />
      </section>
    </div>
  );
}
