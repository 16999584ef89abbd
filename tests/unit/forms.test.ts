import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isId, parseForm, typed } from "@/lib/forms";

describe("reading a form", () => {
  test("leaves out files, the framework's own fields, and the sign that no database keeps", () => {
    const form = new FormData();
    form.set("title", "A deep\0 hole");
    form.set("$ACTION_ID", "x");
    form.set("photo", new File(["x"], "x.jpg"));
    expect(typed(form)).toEqual({ title: "A deep hole" });
  });

  test("names the first complaint of each field by its code", () => {
    const schema = z.object({
      title: z.string().min(5, { error: "too_short" }),
      email: z.email({ error: "invalid_email" }),
    });
    const form = new FormData();
    form.set("title", "abc");
    form.set("email", "nobody");
    expect(parseForm(schema, form)).toEqual({
      ok: false,
      error: "too_short",
      fields: { title: "too_short", email: "invalid_email" },
    });
  });

  test("an id is what the database writes, and nothing else", () => {
    expect(isId("0193b1c2-7d4e-7a6b-8c9d-0e1f2a3b4c5d")).toBe(true);
    for (const text of [
      "",
      "0193B1C2-7D4E-7A6B-8C9D-0E1F2A3B4C5D",
      "0193b1c2-7d4e-7a6b-8c9d-0e1f2a3b4c5d'",
      "------------------------------------",
    ]) {
      expect(isId(text)).toBe(false);
    }
  });
});
