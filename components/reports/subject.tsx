/** What the forms of a report's page carry. */
export const subjectOf = (locale: string, { id, ref }: { id: string; ref: string }): Record<string, string> => ({
  locale,
  ref,
  reportId: id,
});

/** The same as fields of a form. */
export function Subject({ locale, report }: { locale: string; report: { id: string; ref: string } }) {
  return Object.entries(subjectOf(locale, report)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
