-- More of what a pledge's word rests on (tests/integration/pledges.test.ts).

-- What was promised, and what counts as fulfilled, stays as it was once a rating of it is public.
CREATE FUNCTION pledge_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM assessment WHERE pledge_id = OLD.id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a pledge with a published assessment stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER pledge_immutable BEFORE UPDATE OR DELETE ON pledge FOR EACH ROW EXECUTE FUNCTION pledge_frozen();

-- A sample never turns into a real mandate, nor the other way round; what is published isn't taken back.
CREATE FUNCTION mandate_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sample <> NEW.sample OR OLD.municipality_id <> NEW.municipality_id THEN
    RAISE EXCEPTION 'a mandate stays a sample or real, and of its municipality' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.published_at IS NOT NULL AND NEW.published_at IS NULL THEN
    RAISE EXCEPTION 'a published mandate stays published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mandate_immutable BEFORE UPDATE ON mandate FOR EACH ROW EXECUTE FUNCTION mandate_frozen();

-- A correction names a published assessment of the same pledge, and each one is corrected once: the next correction corrects the correction.
CREATE FUNCTION assessment_corrects_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assessment WHERE id = NEW.corrects_id AND pledge_id = NEW.pledge_id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a correction names a published assessment of the same pledge' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_correction BEFORE INSERT OR UPDATE ON assessment
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION assessment_corrects_known();
CREATE UNIQUE INDEX assessment_corrected_once ON assessment (corrects_id) WHERE published_at IS NOT NULL;

-- Only a published mandate's pledges have published assessments.
CREATE FUNCTION assessment_of_published_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pledge JOIN mandate ON mandate.id = pledge.mandate_id
                 WHERE pledge.id = NEW.pledge_id AND mandate.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an assessment is published after its mandate' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_mandate_published BEFORE INSERT OR UPDATE ON assessment
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION assessment_of_published_mandate();

-- Evidence can't be moved onto a published assessment either.
CREATE OR REPLACE FUNCTION evidence_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subjects uuid[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.assessment_id] WHEN 'DELETE' THEN ARRAY[OLD.assessment_id]
                     ELSE ARRAY[OLD.assessment_id, NEW.assessment_id] END;
BEGIN
  IF EXISTS (SELECT 1 FROM assessment WHERE id = ANY (subjects) AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the evidence of a published assessment stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- The mayor's word is kept as it was given, and only beside what is public.
CREATE FUNCTION reply_to_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assessment WHERE id = NEW.assessment_id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a reply belongs to a published assessment' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mayor_reply_published BEFORE INSERT ON mayor_reply FOR EACH ROW EXECUTE FUNCTION reply_to_published();
CREATE TRIGGER mayor_reply_append_only BEFORE UPDATE OR DELETE ON mayor_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
