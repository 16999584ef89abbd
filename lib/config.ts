import { z } from "zod";

/**
 * Every environment variable the product reads, with its default and its meaning.
 * `.env.example` repeats this list for people; a test keeps the two the same.
 */
const flag = z.enum(["0", "1"]);
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" });

export const configSchema = z.object({
  /** Port the web server listens on. */
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(65535, "must be at most 65535")
    .default(3000),
  /** Address the web server binds to. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Public address of the site, without a slash at the end; stands in e-mails. Default: http://localhost:PORT. */
  BASE_URL: httpUrl.optional(),
  /** PostgreSQL 15 or newer. Empty: the embedded server is started on DATA_DIR. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be an address that begins with postgresql://" })
    .optional(),
  /** Folder of the embedded database, photos and generated secrets. */
  DATA_DIR: z.string().min(1).default(".data"),
  /** 1: demonstration data and one-click sign-ins; 0: none. Default: 1 with the embedded database, 0 with DATABASE_URL. */
  DEMO: flag.optional(),
  /** Secret that signs sessions, at least 32 characters. Default: made once and kept in DATA_DIR. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Mail server, smtp:// or smtps://. Empty: mail is kept in the database and not sent. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address that begins with smtp:// or smtps://" })
    .optional(),
  /** Sender of every e-mail. */
  MAIL_FROM: z.string().min(3).default("ndreqe · popravi <no-reply@ndreqe.example>"),
  /** Raster tiles of the map; "none" for outlines and place names alone. */
  TILE_URL: z
    .union([
      z.literal("none"),
      z
        .string()
        .regex(/^https?:\/\/.+\{z\}.+\{x\}.+\{y\}/, "must be an http address with {z}, {x} and {y}, or the word none"),
    ])
    .default("https://tile.openstreetmap.org/{z}/{x}/{y}.png"),
  /** Credit shown in the map's corner for those tiles. */
  TILE_ATTRIBUTION: z.string().default("© OpenStreetMap contributors"),
  /** 1: the address of a visitor is taken from X-Forwarded-For, as set by a proxy in front. */
  TRUST_PROXY: flag.default("0"),
  /** Least severe log line that is written. */
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" })
    .default("info"),
});

export type Config = Omit<z.infer<typeof configSchema>, "BASE_URL" | "DEMO" | "TRUST_PROXY"> & {
  BASE_URL: string;
  DEMO: boolean;
  TRUST_PROXY: boolean;
};

/** A wrong environment variable; the message is a sentence for the person who starts the server. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads and checks the environment.
 * @param env names and values, usually process.env; empty values count as absent
 * @throws ConfigError naming each wrong variable, its value (secrets left out) and what it must be
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(configSchema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = /SECRET|_URL/.test(name) ? "" : ` is "${given[name]}" but`;
      return `${name}${shown} ${issue.message}.`;
    });
    throw new ConfigError(lines.join("\n"));
  }
  const { BASE_URL, DEMO, TRUST_PROXY, ...rest } = parsed.data;
  return {
    ...rest,
    BASE_URL: (BASE_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, ""),
    DEMO: DEMO === undefined ? rest.DATABASE_URL === undefined : DEMO === "1",
    TRUST_PROXY: TRUST_PROXY === "1",
  };
}

let cached: Config | undefined;

/** The configuration of this process, read at the first call. */
export function config(): Config {
  cached ??= readConfig(process.env);
  return cached;
}
