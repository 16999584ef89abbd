import "server-only";
import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import { config } from "../config";
import { db } from "../db/client";
import { defaultLocale, isLocale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";
import { hashSecret } from "../secrets";
import { isDemoAddress } from "./demo";
import { fitsPassword } from "./passwords";
import { ensurePerson, normalEmail } from "./people";
import { readTicket } from "./ticket";

/** A sign-in link works so long, in seconds. */
export const LINK_SECONDS = 30 * 60;
const SESSION_SECONDS = 30 * 24 * 3600;

declare module "next-auth" {
  interface Session {
    person?: { id: string; epoch: number };
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    epoch?: number;
  }
}

type PersonRow = { id: string; email: string | null; emailVerified: Date | null };
const asUser = ({ id, email, emailVerified }: PersonRow): AdapterUser => ({ id, email: email ?? "", emailVerified });

/** next-auth's view of our people: what signing in by e-mail link needs, and no more. */
const adapter: Adapter = {
  createUser: async ({ email }: { email: string }) => asUser(await ensurePerson(db(), email, defaultLocale)),
  getUser: async (id) => {
    const row = await db().person.findUnique({ where: { id } });
    return row && asUser(row);
  },
  getUserByEmail: async (email) => {
    const row = await db().person.findUnique({ where: { email: normalEmail(email) } });
    return row && asUser(row);
  },
  getUserByAccount: async () => null,
  updateUser: async ({ id, emailVerified }) =>
    asUser(await db().person.update({ where: { id }, data: { emailVerified: emailVerified ?? null } })),
  linkAccount: async () => undefined,
  createVerificationToken: (row) => db().verificationToken.create({ data: row }),
  useVerificationToken: async (identifier_token) => {
    // Deleted in one statement, so that of two who open a link at once one gets in.
    const [row] = await db().$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
      delete from verification_token where identifier = ${identifier_token.identifier} and token = ${identifier_token.token}
      returning identifier, token, expires`;
    return row ?? null;
  },
} as Adapter;

/** The language of the page a link was asked from: first part of the path it leads back to. */
function localeOf(url: string) {
  const back = new URL(new URL(url).searchParams.get("callbackUrl") ?? "/", config().BASE_URL);
  const part = back.pathname.split("/")[1];
  return { locale: isLocale(part) ? part : defaultLocale, back: back.pathname + back.search };
}

/** How next-auth signs people in here: a link by e-mail for everybody, a password for staff. */
export function authOptions(): AuthOptions {
  return {
    secret: config().AUTH_SECRET ?? "",
    adapter,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: config().BASE_URL.startsWith("https://"),
    providers: [
      EmailProvider({
        from: config().MAIL_FROM,
        maxAge: LINK_SECONDS,
        normalizeIdentifier: normalEmail,
        sendVerificationRequest: async ({ identifier, token, url }) => {
          const { locale, back } = localeOf(url);
          const { t } = texts(locale);
          const link = new URL(`/${locale}/sign-in/link`, config().BASE_URL);
          link.search = new URLSearchParams({
            email: identifier,
            token,
            ...(back !== `/${locale}` && { back }),
          }).toString();
          await db().$transaction((tx) =>
            queueMail(
              tx,
              identifier,
              locale,
              {
                subject: t("mail.sign_in.subject"),
                paragraphs: [t("mail.sign_in.body", { minutes: LINK_SECONDS / 60 })],
                action: { label: t("mail.sign_in.action"), url: link.href },
                reason: t("mail.sign_in.reason"),
              },
              `sign-in:${token}`,
            ),
          );
        },
      }),
      CredentialsProvider({
        id: "password",
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const person = await db().person.findUnique({ where: { email: normalEmail(given?.email ?? "") } });
          return (await fitsPassword(person?.passwordHash, given?.password ?? "")) && person ? asUser(person) : null;
        },
      }),
      CredentialsProvider({
        id: "private-link",
        credentials: { secret: {} },
        authorize: async (given) => {
          const linkHash = hashSecret(given?.secret ?? "");
          const person = await db().person.findUnique({ where: { linkHash } });
          return person && asUser(person);
        },
      }),
      CredentialsProvider({
        id: "ticket",
        credentials: { ticket: {} },
        authorize: async (given) => {
          const id = readTicket(given?.ticket ?? "");
          const person = id && (await db().person.findUnique({ where: { id } }));
          return person ? asUser(person) : null;
        },
      }),
    ],
    callbacks: {
      signIn: ({ user }) => config().DEMO || !isDemoAddress(user.email ?? ""),
      jwt: async ({ token, user }) => {
        if (!user) return token;
        const person = await db().person.findUniqueOrThrow({ where: { id: user.id }, select: { sessionEpoch: true } });
        // Only the id is kept in the cookie: name and address are read where they are needed.
        return { sub: user.id, epoch: person.sessionEpoch };
      },
      session: ({ session, token }) => ({
        expires: session.expires,
        ...(token.sub && { person: { id: token.sub, epoch: token.epoch ?? -1 } }),
      }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
