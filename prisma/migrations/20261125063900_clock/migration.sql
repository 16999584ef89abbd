-- AlterTable
ALTER TABLE "report" ADD COLUMN     "paused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "target" (
    "municipality_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "answer_days" INTEGER,
    "fix_days" INTEGER,

    CONSTRAINT "target_pkey" PRIMARY KEY ("municipality_id","category_id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name_sq" TEXT NOT NULL,
    "name_sr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "moves" BOOLEAN NOT NULL DEFAULT true,
    "checked" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "holiday_day_name_en_key" ON "holiday"("day", "name_en");

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Days are working days, at least one; a line that says nothing isn't kept.
ALTER TABLE target ADD CONSTRAINT target_days CHECK (
  answer_days BETWEEN 1 AND 365 AND fix_days BETWEEN 1 AND 730 AND num_nonnulls(answer_days, fix_days) > 0);
ALTER TABLE municipality ADD CONSTRAINT municipality_days CHECK (target_answer_days BETWEEN 1 AND 365 AND target_fix_days BETWEEN 1 AND 730);

-- The clock stands while another institution has a report, and at no other time.
UPDATE report SET paused_at = coalesce((
  SELECT max(at) FROM report_event WHERE report_id = report.id AND status_to = 'referred'), status_at) WHERE status = 'referred';
-- A report that was imported or planted as referred without saying since when: since it became so.
CREATE FUNCTION report_set_paused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.paused_at := CASE WHEN NEW.status = 'referred' THEN coalesce(NEW.paused_at, NEW.status_at) END;
  RETURN NEW;
END $$;
CREATE TRIGGER report_paused BEFORE INSERT OR UPDATE OF status, paused_at ON report FOR EACH ROW EXECUTE FUNCTION report_set_paused();

-- Open reports whose clock is wound anew when targets or holidays change, in the order of their ids.
CREATE INDEX report_clock ON report (id) WHERE status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred') AND answer_due_at IS NOT NULL;
