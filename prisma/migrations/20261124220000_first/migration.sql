-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('sq', 'sr', 'en');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('citizen', 'official', 'manager', 'editor', 'moderator', 'admin');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('unconfirmed', 'expired', 'open', 'acknowledged', 'planned', 'in_progress', 'referred', 'fixed', 'rejected', 'duplicate');

-- CreateEnum
CREATE TYPE "ReportSource" AS ENUM ('web', 'phone', 'open311', 'import');

-- CreateEnum
CREATE TYPE "ReportEventKind" AS ENUM ('submitted', 'status', 'answer', 'note', 'assigned', 'hidden', 'unhidden');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('citizen', 'municipality', 'staff', 'system');

-- CreateEnum
CREATE TYPE "PhotoRole" AS ENUM ('problem', 'progress', 'proof');

-- CreateEnum
CREATE TYPE "PledgeStatus" AS ENUM ('not_started', 'initiated', 'partially_fulfilled', 'fulfilled', 'broken', 'unrated');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('administration', 'health', 'education', 'agriculture', 'economy', 'infrastructure', 'urbanism', 'public_services', 'culture_sport', 'social');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('document', 'link', 'photo', 'budget_line', 'platform_data');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sent', 'kept');

-- CreateTable
CREATE TABLE "municipality" (
    "slug" TEXT NOT NULL,
    "name_sq" TEXT NOT NULL,
    "name_sr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "seat_lat" DOUBLE PRECISION NOT NULL,
    "seat_lon" DOUBLE PRECISION NOT NULL,
    "outline" JSONB NOT NULL,
    "email" TEXT,
    "target_answer_days" INTEGER NOT NULL DEFAULT 3,
    "target_fix_days" INTEGER NOT NULL DEFAULT 20,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "category" (
    "slug" TEXT NOT NULL,
    "name_sq" TEXT NOT NULL,
    "name_sr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "service_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "target_fix_days" INTEGER,
    "institution_sq" TEXT,
    "institution_sr" TEXT,
    "institution_en" TEXT,

    CONSTRAINT "category_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_sq" TEXT NOT NULL,
    "name_sr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category_route" (
    "municipality_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "category_route_pkey" PRIMARY KEY ("municipality_id","category_id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "name_sq" TEXT NOT NULL,
    "name_sr" TEXT,
    "kind" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "search" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "locale" "Locale" NOT NULL DEFAULT 'sq',
    "password_hash" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "municipality_id" TEXT,
    "department_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "map_key" BIGINT NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "place_text" TEXT NOT NULL DEFAULT '',
    "language" "Locale" NOT NULL,
    "source" "ReportSource" NOT NULL,
    "status" "ReportStatus" NOT NULL,
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reporter_id" UUID,
    "reporter_name" TEXT,
    "name_shown" BOOLEAN NOT NULL DEFAULT false,
    "pending_email" TEXT,
    "confirm_hash" TEXT,
    "source_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "first_response_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "answer_due_at" TIMESTAMPTZ(3),
    "fix_due_at" TIMESTAMPTZ(3),
    "planned_for" DATE,
    "referred_to" TEXT,
    "duplicate_of_id" UUID,
    "department_id" UUID,
    "assignee_id" UUID,
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "support_count" INTEGER NOT NULL DEFAULT 0,
    "training" BOOLEAN NOT NULL DEFAULT false,
    "hidden_at" TIMESTAMPTZ(3),
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" "ReportEventKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" "ActorKind" NOT NULL,
    "actor_id" UUID,
    "is_public" BOOLEAN NOT NULL,
    "status_from" "ReportStatus",
    "status_to" "ReportStatus",
    "text" TEXT,
    "data" JSONB,

    CONSTRAINT "report_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_draft" (
    "id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "report_id" UUID,

    CONSTRAINT "report_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photo" (
    "id" UUID NOT NULL,
    "report_id" UUID,
    "draft_id" UUID,
    "event_id" UUID,
    "role" "PhotoRole" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow" (
    "report_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("report_id","person_id")
);

-- CreateTable
CREATE TABLE "support" (
    "report_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_pkey" PRIMARY KEY ("report_id","person_id")
);

-- CreateTable
CREATE TABLE "map_cell" (
    "zoom" SMALLINT NOT NULL,
    "key" BIGINT NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "status" "ReportStatus" NOT NULL,
    "count" INTEGER NOT NULL,
    "sum_lat" DOUBLE PRECISION NOT NULL,
    "sum_lon" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "map_cell_pkey" PRIMARY KEY ("zoom","key","municipality_id","category_id","status")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "municipality_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "mayor_name" TEXT,
    "party" TEXT,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "source_url" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge" (
    "id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "text_sq" TEXT NOT NULL,
    "text_sr" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "measure_sq" TEXT NOT NULL,
    "measure_sr" TEXT NOT NULL,
    "measure_en" TEXT NOT NULL,
    "sector" "Sector" NOT NULL,
    "source_quote" TEXT NOT NULL,
    "source_url" TEXT,
    "source_date" DATE,
    "deadline" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "pledge_id" UUID NOT NULL,
    "status" "PledgeStatus" NOT NULL,
    "as_of" DATE NOT NULL,
    "finding_sq" TEXT NOT NULL,
    "finding_sr" TEXT NOT NULL,
    "finding_en" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "reviewer_id" UUID,
    "method_version" TEXT NOT NULL,
    "corrects_id" UUID,
    "review_note" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "date" DATE,
    "url" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mayor_reply" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" "Locale" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mayor_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound_mail" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbound_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limiter_flexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "rate_limiter_flexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "category_service_code_key" ON "category"("service_code");

-- CreateIndex
CREATE UNIQUE INDEX "department_municipality_id_code_key" ON "department"("municipality_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_token_key" ON "verification_token"("token");

-- CreateIndex
CREATE INDEX "audit_event_subject_idx" ON "audit_event"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "report_ref_key" ON "report"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "report_confirm_hash_key" ON "report"("confirm_hash");

-- CreateIndex
CREATE UNIQUE INDEX "report_source_key_key" ON "report"("source_key");

-- CreateIndex
CREATE INDEX "report_municipality_id_status_created_at_idx" ON "report"("municipality_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "report_reporter_id_idx" ON "report"("reporter_id");

-- CreateIndex
CREATE INDEX "report_assignee_id_idx" ON "report"("assignee_id");

-- CreateIndex
CREATE INDEX "report_created_at_idx" ON "report"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_event_seq_key" ON "report_event"("seq");

-- CreateIndex
CREATE INDEX "report_event_report_id_seq_idx" ON "report_event"("report_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "report_draft_secret_hash_key" ON "report_draft"("secret_hash");

-- CreateIndex
CREATE INDEX "report_draft_expires_at_idx" ON "report_draft"("expires_at");

-- CreateIndex
CREATE INDEX "photo_report_id_idx" ON "photo"("report_id");

-- CreateIndex
CREATE INDEX "photo_draft_id_idx" ON "photo"("draft_id");

-- CreateIndex
CREATE INDEX "follow_person_id_idx" ON "follow"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mandate_municipality_id_key_key" ON "mandate"("municipality_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "pledge_mandate_id_slot_key" ON "pledge"("mandate_id", "slot");

-- CreateIndex
CREATE INDEX "assessment_pledge_id_published_at_idx" ON "assessment"("pledge_id", "published_at");

-- CreateIndex
CREATE INDEX "evidence_assessment_id_idx" ON "evidence"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_mail_dedupe_key_key" ON "outbound_mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbound_mail_created_at_idx" ON "outbound_mail"("created_at");

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_route" ADD CONSTRAINT "category_route_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_route" ADD CONSTRAINT "category_route_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photo" ADD CONSTRAINT "photo_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photo" ADD CONSTRAINT "photo_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "report_draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photo" ADD CONSTRAINT "photo_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "report_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mayor_reply" ADD CONSTRAINT "mayor_reply_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

