-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- An erased account holds nothing by which anybody could be known, and opens nothing.
ALTER TABLE person ADD CONSTRAINT person_erased_empty
  CHECK (erased_at IS NULL OR num_nonnulls(email, link_hash, name, password_hash, email_verified) = 0);
