-- CreateEnum
CREATE TYPE "FeedbackAnswer" AS ENUM ('yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "FlagReason" AS ENUM ('abuse', 'personal_data', 'false_claim', 'spam', 'other');

-- AlterEnum


ALTER TYPE "ReportEventKind" ADD VALUE 'comment';
ALTER TYPE "ReportEventKind" ADD VALUE 'still_there';
ALTER TYPE "ReportEventKind" ADD VALUE 'corrected';
ALTER TYPE "ReportEventKind" ADD VALUE 'name_hidden';
ALTER TYPE "ReportEventKind" ADD VALUE 'withdrawn';
ALTER TYPE "ReportEventKind" ADD VALUE 'comment_hidden';
ALTER TYPE "ReportEventKind" ADD VALUE 'comment_shown';

-- AlterEnum
ALTER TYPE "PhotoRole" ADD VALUE 'update';

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "still_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "event_hiding" (
    "event_id" UUID NOT NULL,
    "hidden_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_hiding_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "answer" "FeedbackAnswer" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("event_id","person_id")
);

-- CreateTable
CREATE TABLE "flag" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "event_id" UUID,
    "person_id" UUID NOT NULL,
    "reason" "FlagReason" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" UUID,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feedback_report_id_idx" ON "feedback"("report_id");

-- CreateIndex
CREATE INDEX "feedback_person_id_idx" ON "feedback"("person_id");

-- CreateIndex
CREATE INDEX "flag_report_id_idx" ON "flag"("report_id");

-- AddForeignKey
ALTER TABLE "event_hiding" ADD CONSTRAINT "event_hiding_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "report_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "report_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "report_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_settled_by_fkey" FOREIGN KEY ("settled_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- One flag a person and thing: a report, or an update to it.
CREATE UNIQUE INDEX flag_once ON flag (report_id, event_id, person_id) NULLS NOT DISTINCT;
CREATE INDEX flag_waiting ON flag (created_at) WHERE settled_at IS NULL;

-- Open reports that may have gone quiet (lib/reports/quiet.ts).
CREATE INDEX report_may_be_quiet ON report (confirmed_at) WHERE is_public AND reporter_id IS NOT NULL AND status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred');
CREATE INDEX report_event_public ON report_event (report_id, at DESC) WHERE is_public;

-- An update is public, unless moderators hide it; earlier words, a name taken back and what moderators do stay inside.
ALTER TABLE report_event ADD CONSTRAINT report_event_comment_public CHECK (kind::text NOT IN ('comment', 'still_there') OR is_public);
ALTER TABLE report_event ADD CONSTRAINT report_event_inside CHECK (kind::text NOT IN ('corrected', 'name_hidden', 'comment_hidden', 'comment_shown') OR NOT is_public);

-- Feedback is of a fix by the municipality, of the same report.
CREATE FUNCTION feedback_is_of_a_fix() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM report_event WHERE id = NEW.event_id AND report_id = NEW.report_id AND status_to = 'fixed' AND actor_kind = 'municipality') THEN
    RAISE EXCEPTION 'feedback is of a fix by the municipality' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER feedback_of_fix BEFORE INSERT OR UPDATE ON feedback FOR EACH ROW EXECUTE FUNCTION feedback_is_of_a_fix();

-- Updates of citizens can be hidden; what a municipality said can't.
CREATE FUNCTION hiding_is_of_an_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM report_event WHERE id = NEW.event_id AND actor_kind = 'citizen') THEN
    RAISE EXCEPTION 'only what a citizen added can be hidden' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_hiding_of_update BEFORE INSERT OR UPDATE ON event_hiding FOR EACH ROW EXECUTE FUNCTION hiding_is_of_an_update();
