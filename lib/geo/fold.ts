/**
 * Text made comparable: lower case, without accents; đ is d. "Đakovica" becomes "dakovica", "Pejë" "peje".
 * What is typed and what is searched go through the same door.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/đ/g, "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What a name is found by: its folded form, and for đ also "dj", as people type it. */
export function searchForms(...names: (string | null | undefined)[]): string {
  const forms = names.flatMap((name) => (name ? [fold(name), fold(name.replace(/đ/gi, "dj"))] : []));
  return [...new Set(forms)].join(" ");
}
