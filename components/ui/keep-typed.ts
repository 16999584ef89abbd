import type { FormEvent } from "react";

/**
 * onReset of a form that shows what is wrong with it. React empties a form after its action, a moment after the answer
 * is drawn: whatever was chosen in between would be lost, and a select would fall back to its first choice.
 */
export const keepTyped = (event: FormEvent<HTMLFormElement>): void => event.preventDefault();
