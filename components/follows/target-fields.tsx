import { type Target, targetFields } from "@/lib/follows/schema";

/** What a follow's form is about, in hidden fields. */
export function TargetFields({ locale, target }: { locale: string; target: Target }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      {targetFields(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
