import "server-only";
import type { Prisma } from "../db/generated/client";
import type { PublicStatus } from "./status";

const name = { nameSq: true, nameSr: true, nameEn: true } as const;

export const cardFields = {
  id: true,
  ref: true,
  title: true,
  status: true,
  createdAt: true,
  statusAt: true,
  lat: true,
  lon: true,
  placeText: true,
  supportCount: true,
  reopenedCount: true,
  municipality: { select: { slug: true, ...name } },
  category: { select: { slug: true, icon: true, ...name } },
  photos: { where: { role: "problem" }, orderBy: { position: "asc" }, take: 1, select: { id: true } },
} satisfies Prisma.ReportSelect;

type CardRow = Prisma.ReportGetPayload<{ select: typeof cardFields }>;

/** A public report in a list. */
export type ReportCard = Omit<CardRow, "photos" | "status"> & { status: PublicStatus; photoId: string | null };

export const toCard = ({ photos, status, ...row }: CardRow): ReportCard => ({
  ...row,
  status: status as PublicStatus,
  photoId: photos[0]?.id ?? null,
});
