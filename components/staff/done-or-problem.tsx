import { ErrorSummary, Notice } from "@/components/ui/form";
import { errorCodes } from "@/lib/errors";
import type { Texts } from "@/lib/i18n/texts";

/** What a page of the desk is told by its address after a form of one button. */
export type Told = { done?: string | string[]; problem?: string | string[] };

const deeds = [
  "pledge",
  "mandate",
  "saved",
  "submitted",
  "discarded",
  "sent_back",
  "published",
  "correction",
  "reply",
] as const;

/** Says what was done, or why it wasn't. */
export function DoneOrProblem({ t, told }: { t: Texts["t"]; told: Told }) {
  const problem = errorCodes.find((code) => code === told.problem);
  const deed = deeds.find((word) => word === told.done);
  return (
    <>
      {problem && <ErrorSummary t={t} error={problem} />}
      {deed && <Notice>{t(`staff.done.${deed}`)}</Notice>}
    </>
  );
}
