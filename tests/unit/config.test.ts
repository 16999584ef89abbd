import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigError, configSchema, readConfig } from "@/lib/config";

describe("configuration", () => {
  test(".env.example names every variable, and nothing else", () => {
    const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(configSchema.shape).sort());
  });

  test("an empty environment is the demonstration on the embedded database", () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, BASE_URL: "http://localhost:3000", DEMO: true });
  });

  test("with DATABASE_URL there is no demonstration unless asked for", () => {
    const DATABASE_URL = "postgresql://db.example/ndreqe";
    expect(readConfig({ DATABASE_URL }).DEMO).toBe(false);
    expect(readConfig({ DATABASE_URL, DEMO: "1" }).DEMO).toBe(true);
  });

  test("a wrong value is refused with a sentence that says which and why", () => {
    expect(() => readConfig({ PORT: "many" })).toThrow(new ConfigError('PORT is "many" but must be a port number.'));
    expect(() => readConfig({ SMTP_URL: "http://x" })).toThrow(/SMTP_URL must be an address that begins with smtp/);
  });

  test("secrets are never shown", () => {
    expect(() => readConfig({ AUTH_SECRET: "hunter2" })).toThrow(/^AUTH_SECRET must have at least 32 characters\.$/);
  });
});
