-- Kinds of problems: what people call them, who else does them, what is asked besides; who called; proofs of work.
-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('text', 'number', 'choice', 'date');

-- AlterTable
ALTER TABLE "category" ADD COLUMN     "group" TEXT NOT NULL DEFAULT 'other',
ADD COLUMN     "nearby_metres" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "synonyms" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "category_institution" (
    "municipality_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "website" TEXT,

    CONSTRAINT "category_institution_pkey" PRIMARY KEY ("municipality_id","category_id")
);

-- CreateTable
CREATE TABLE "category_question" (
    "id" UUID NOT NULL,
    "category_id" TEXT NOT NULL,
    "name_sq" TEXT NOT NULL,
    "name_sr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "required" BOOLEAN NOT NULL DEFAULT false,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "category_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_answer" (
    "report_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "report_answer_pkey" PRIMARY KEY ("report_id","question_id")
);

-- CreateTable
CREATE TABLE "report_contact" (
    "report_id" UUID NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "email" TEXT,

    CONSTRAINT "report_contact_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "spent_proof" (
    "hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_proof_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "category_question_category_id_idx" ON "category_question"("category_id");

-- AddForeignKey
ALTER TABLE "category_institution" ADD CONSTRAINT "category_institution_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_institution" ADD CONSTRAINT "category_institution_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_question" ADD CONSTRAINT "category_question_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_answer" ADD CONSTRAINT "report_answer_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_answer" ADD CONSTRAINT "report_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "category_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_contact" ADD CONSTRAINT "report_contact_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The two new kinds come before "other".
UPDATE category SET position = 16 WHERE slug = 'other';
ALTER TABLE category ADD CONSTRAINT category_nearby CHECK (nearby_metres BETWEEN 10 AND 1000);
