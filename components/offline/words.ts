import type { BrushWords } from "@/components/photos/brush-tools";
import type { ErrorCode } from "@/lib/errors";
import type { Messages } from "@/lib/i18n/messages";

/** The words of the form and of the queue: those of the message files as they are, and what they share with other pages. */
export type OfflineWords = Messages["offline"] & {
  problem: Messages["report_form"]["problem"];
  where: Pick<
    Messages["report_form"]["where"],
    "text" | "text_hint" | "use_location" | "locating" | "border" | "border_hint" | "border_other"
  >;
  you: Pick<Messages["report_form"]["you"], "title" | "email" | "your_name" | "shown">;
  form_words: Messages["common"]["form"];
  actions: Messages["common"]["actions"];
  photo: Pick<Messages["report_form"]["photo"], "choose_many" | "full" | "remove" | "photo">;
  brush: BrushWords;
  errors: Partial<Record<ErrorCode, string>>;
};

/** A text with its arguments, "{name}", filled in. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
