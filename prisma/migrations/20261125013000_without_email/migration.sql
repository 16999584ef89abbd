-- People who report without an e-mail, and their reports, which are looked at before they are public.

ALTER TABLE "municipality" ADD COLUMN "anonymous_reports" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "person" ADD COLUMN "link_hash" TEXT, ALTER COLUMN "email" DROP NOT NULL;
ALTER TABLE "report" ADD COLUMN "look_since" TIMESTAMPTZ(3);
CREATE UNIQUE INDEX "person_link_hash_key" ON "person"("link_hash");

-- What waits for a look has its reporter already, and no mailbox to prove.
ALTER TABLE report ADD CONSTRAINT report_look
  CHECK (look_since IS NULL OR (pending_email IS NULL AND confirm_hash IS NULL AND (status <> 'unconfirmed' OR reporter_id IS NOT NULL)));
CREATE INDEX report_waits_for_look ON report (look_since) WHERE status = 'unconfirmed' AND look_since IS NOT NULL;

-- Roles belong to proven mailboxes: a private link never opens anybody's work.
CREATE FUNCTION role_needs_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND email IS NULL) THEN
    RAISE EXCEPTION 'a role needs a person with an e-mail' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER role_grant_email BEFORE INSERT OR UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION role_needs_email();
