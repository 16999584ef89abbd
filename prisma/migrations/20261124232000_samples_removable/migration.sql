-- Published ratings stay for good; invented ones can be taken away, by a transaction that says so (npm run demo:remove),
-- and of a sample mandate alone.
CREATE FUNCTION may_remove_sample(pledge uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('ndreqe.removing_samples', true), '') = 'on'
     AND EXISTS (SELECT 1 FROM pledge AS p JOIN mandate AS m ON m.id = p.mandate_id WHERE p.id = pledge AND m.sample)
$$;

CREATE OR REPLACE FUNCTION pledge_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND may_remove_sample(OLD.id) THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT 1 FROM assessment WHERE pledge_id = OLD.id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a pledge with a published assessment stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION assessment_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND may_remove_sample(OLD.pledge_id) THEN
    RETURN OLD;
  END IF;
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published assessment is corrected by a new one, never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION evidence_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subjects uuid[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.assessment_id] WHEN 'DELETE' THEN ARRAY[OLD.assessment_id]
                     ELSE ARRAY[OLD.assessment_id, NEW.assessment_id] END;
BEGIN
  IF TG_OP = 'DELETE' AND may_remove_sample((SELECT pledge_id FROM assessment WHERE id = OLD.assessment_id)) THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT 1 FROM assessment WHERE id = ANY (subjects) AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the evidence of a published assessment stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- The mayor's word was kept by the rule of the reports' story, whose exception (a person's words erased on request) isn't one for an office.
CREATE FUNCTION mayor_reply_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND may_remove_sample((SELECT pledge_id FROM assessment WHERE id = OLD.assessment_id)) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER mayor_reply_append_only ON mayor_reply;
CREATE TRIGGER mayor_reply_append_only BEFORE UPDATE OR DELETE ON mayor_reply FOR EACH ROW EXECUTE FUNCTION mayor_reply_frozen();
