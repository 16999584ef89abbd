import type { Locale } from "../../../lib/i18n/locales";

/** What has become of a demonstration report; prisma/seed/life.ts tells each story. */
export type Life =
  | "new"
  | "answered"
  | "acknowledged"
  | "planned"
  | "missed"
  | "working"
  | "fixed"
  | "gone"
  | "referred"
  | "rejected"
  | "duplicate"
  | "reopened"
  | "refixed";

/** An invented report. `place` is a settlement or neighbourhood of lib/geo/data/places.json in that municipality. */
export type DemoRow = {
  place: string;
  category: string;
  life: Life;
  /** Days before the day the data is made. */
  age: number;
  title: string;
  details: string;
  /** Where in the place; empty when the pin says enough. */
  where?: string;
  language?: Locale;
  /** Of the demonstration citizen. */
  mine?: true;
  photo?: true;
  proof?: true;
  /** Title of the report it repeats. */
  repeats?: string;
};
