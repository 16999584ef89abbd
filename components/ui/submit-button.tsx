"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

/** A form's button: says that it works while the form is on its way, and can't be pressed twice meanwhile. */
export function SubmitButton({
  children,
  working,
  className = "btn btn-primary",
  name,
  value,
}: {
  children: ReactNode;
  working: string;
  className?: string;
  name?: string;
  value?: string;
}) {
  const { pending, data } = useFormStatus();
  // Of several buttons only the one that was pressed says so.
  const pressed = pending && (!name || data.get(name) === value);
  return (
    <button type="submit" className={className} disabled={pending} name={name} value={value}>
      {pressed ? working : children}
    </button>
  );
}
