import { createTranslator } from "use-intl/core";
import { type Locale, localeTags } from "./locales";
import { messages } from "./messages";

/** Kosovo's clock. */
export const TIME_ZONE = "Europe/Belgrade";

const dateStyles = {
  /** 24 November 2026 */
  day: { day: "numeric", month: "long", year: "numeric" },
  /** 24 Nov 2026 */
  short: { day: "numeric", month: "short", year: "numeric" },
  /** 24 November 2026 at 22:05 */
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** Thursday 3 December */
  weekday: { weekday: "long", day: "numeric", month: "long" },
  /** November 2026 */
  month: { month: "long", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Seconds in each unit of "… ago", the largest first. */
const agoUnits = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

function build(locale: Locale) {
  const tag = localeTags[locale];
  const t = createTranslator({ locale: tag, messages: messages[locale], timeZone: TIME_ZONE });
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (style: keyof typeof dateStyles, timeZone: string) => {
    const key = style + timeZone;
    const made = formats.get(key) ?? new Intl.DateTimeFormat(tag, { ...dateStyles[style], timeZone });
    formats.set(key, made);
    return made;
  };
  const numbers = new Intl.NumberFormat(tag);
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "always" });
  return {
    locale,
    tag,
    /** Message by its key, ICU arguments filled in. */
    t,
    /** A moment in Kosovo's time, in words of the language. */
    date: (moment: Date, style: keyof typeof dateStyles = "day") => format(style, TIME_ZONE).format(moment),
    /** A calendar day, kept as midnight UTC. */
    calendarDay: (day: Date, style: "day" | "short" | "weekday" = "day") => format(style, "UTC").format(day),
    number: (value: number) => numbers.format(value),
    /** How long ago a moment was, in the largest whole unit: "3 days ago". */
    ago: (moment: Date, now = new Date()) => {
      const seconds = Math.max(60, (now.getTime() - moment.getTime()) / 1000);
      const [unit, length] = agoUnits.find(([, size]) => seconds >= size) ?? agoUnits[4];
      return relative.format(-Math.floor(seconds / length), unit);
    },
  };
}

/** Everything a page needs to speak one language. */
export type Texts = ReturnType<typeof build>;

/** A key of the message files. */
export type MessageKey = Parameters<Texts["t"]>[0];

const cache = new Map<Locale, Texts>();

/** The texts and formats of a language; made once a process. */
export function texts(locale: Locale): Texts {
  const made = cache.get(locale) ?? build(locale);
  cache.set(locale, made);
  return made;
}
