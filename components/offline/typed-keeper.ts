/**
 * What is typed into a step of the ordinary form and hasn't reached the server yet: kept in this browser, so that a closed
 * tab, a reload or a lost network loses nothing. Forgotten when the report is sent or thrown away.
 */
const PREFIX = "typed:";
const DAYS = 14;

type Values = Record<string, string>;
/** "typed": not sent yet; "sent": on its way, perhaps lost; "arrived": the server has it, and may have newer. */
type Kept = { at: number; values: Values; state: "typed" | "sent" | "arrived" };

/** Fields that belong to the form's way of working, not to what is told. */
const NOT_KEPT = new Set(["q", "pick", "go", "remove", "answered", "locale", "change", "website", "proof"]);

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !element.name.startsWith("$") &&
      !NOT_KEPT.has(element.name) &&
      !["hidden", "file", "password", "submit"].includes(element.type),
  );
}

const isChoice = (control: Control): control is HTMLInputElement => ["radio", "checkbox"].includes(control.type);

/** What a form holds, by the names of its fields. */
export function readForm(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const control of controlsOf(form)) {
    if (!isChoice(control)) values[control.name] = control.value;
    else if (control.type === "checkbox") values[control.name] = control.checked ? "on" : "";
    else values[control.name] = control.checked ? control.value : (values[control.name] ?? "");
  }
  return values;
}

/** Writes into a field as a person does, so that whoever watches it takes notice. */
function write(control: Control, value: string): void {
  if (isChoice(control)) {
    const wanted = control.type === "checkbox" ? value === "on" : control.value === value;
    if (control.checked !== wanted && (wanted || control.type === "checkbox")) control.click();
    return;
  }
  if (control.value === value) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Writes what was kept into a form; what was left empty is left to the form. */
export function writeForm(form: HTMLFormElement, values: Values): void {
  for (const control of controlsOf(form)) {
    const value = values[control.name];
    if (value) write(control, value);
  }
}

/** Whether a form holds everything that was kept. */
export const holds = (form: Values, kept: Values): boolean =>
  Object.entries(kept).every(([name, value]) => value === "" || form[name] === value);

function read(step: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + step) ?? "null") as Kept | null;
    if (kept && Date.now() - kept.at < DAYS * 24 * 3600 * 1000) return kept;
  } catch {
    // Nothing is kept, or nothing can be.
  }
  return null;
}

/** What of a step may not have reached the server; nothing that is older than a draft there could be. */
export function unsentOf(step: string): Values | null {
  const kept = read(step);
  return kept && kept.state !== "arrived" ? kept.values : null;
}

export function keepStep(step: string, values: Values, state: Kept["state"]): void {
  try {
    localStorage.setItem(PREFIX + step, JSON.stringify({ at: Date.now(), values, state } satisfies Kept));
  } catch {
    // Full or forbidden: the server keeps what is sent.
  }
}

/** The steps of which something is kept. */
export const keptSteps = ["where", "problem", "you"] as const;

/** Another page came after a step was sent: the server has it. */
export function settleSteps(except?: string): void {
  for (const step of keptSteps) {
    const kept = step !== except && read(step);
    if (kept && kept.state === "sent") keepStep(step, kept.values, "arrived");
  }
}

/** Forgets all steps: the report was sent, or thrown away. */
export function forgetTyped(): void {
  try {
    for (const step of keptSteps) localStorage.removeItem(PREFIX + step);
  } catch {
    // Forbidden: then nothing is there.
  }
}

/** Everything that is kept of all steps, by the names of its fields. */
export const allTyped = (): Values => Object.assign({}, ...keptSteps.map((step) => read(step)?.values ?? {}));
