import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { config } from "../config";
import { type Prisma, PrismaClient } from "./generated/client";

/** A transaction's client: what commands hand on to helpers that must write in the same transaction. */
export type Tx = Prisma.TransactionClient;

declare global {
  var prismaClient: PrismaClient | undefined;
}

/**
 * The one Prisma client of this process (kept across hot reloads), connected at first use.
 * @throws when DATABASE_URL is missing: the scripts set it before anything asks for data
 */
export function db(): PrismaClient {
  if (!globalThis.prismaClient) {
    const url = config().DATABASE_URL;
    if (!url) throw new Error("No database: DATABASE_URL is not set in this process.");
    globalThis.prismaClient = new PrismaClient({
      adapter: new PrismaPg({ connectionString: url, max: 10 }),
      // Its own defaults (2 and 5 s) give up on a machine that is merely busy; a person rather waits.
      transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    });
  }
  return globalThis.prismaClient;
}

/** Closes the connections; for scripts and tests that end. */
export async function closeDb(): Promise<void> {
  await globalThis.prismaClient?.$disconnect();
  globalThis.prismaClient = undefined;
}
