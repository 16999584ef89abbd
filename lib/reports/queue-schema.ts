import { z } from "zod";
import { keepable } from "../forms";
import { locales } from "../i18n/locales";
import { MAX_PHOTOS } from "../photos/sizes";
import { draftSchema } from "./schema";

/** What opens an entry that waits on a device, made there: its id (UUIDv7) and a secret. */
export const queueKeySchema = z.object({ id: z.uuidv7(), secret: z.string().regex(/^[\w-]{32,64}$/) });
export type QueueKey = z.infer<typeof queueKeySchema>;

/** A text as it was typed, cut off far beyond what is allowed: too long is said, a flood isn't stored. */
const rough = (max = 500) =>
  z
    .string()
    .transform((value) => keepable(value).slice(0, max))
    .optional();

/** A report as a device sends it; whether it is right is asked by the same schemas as the form's. */
export const queuedReportSchema = z.object({
  locale: z.enum(locales),
  /** SHA-256 of its photos in their order; they were sent before. */
  photos: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(MAX_PHOTOS),
  /** The field nobody sees. */
  website: z.string().default(""),
  /** Answer to the sum that reports without an e-mail bring. */
  proof: z.string().max(2000).default(""),
  data: draftSchema.pick({ lat: true, lon: true, noEmail: true, nameShown: true }).extend({
    placeText: rough(),
    municipalityId: rough(40),
    categoryId: rough(40),
    title: rough(),
    details: rough(10_000),
    email: rough(),
    name: rough(),
    answers: z
      .record(
        z.uuid(),
        z.string().transform((value) => keepable(value).slice(0, 500)),
      )
      .optional(),
  }),
});
export type QueuedReport = z.infer<typeof queuedReportSchema>;
