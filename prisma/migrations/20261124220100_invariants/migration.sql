-- What the Prisma schema cannot say. Each rule here is one the product relies on (tests/integration/invariants.test.ts).

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Roles: an official or manager belongs to one municipality, everybody else to none, no grant twice.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_scope CHECK ((role IN ('official', 'manager')) = (municipality_id IS NOT NULL));
ALTER TABLE role_grant ADD CONSTRAINT role_grant_department CHECK (department_id IS NULL OR municipality_id IS NOT NULL);
CREATE UNIQUE INDEX role_grant_once ON role_grant (person_id, role, municipality_id) NULLS NOT DISTINCT;
ALTER TABLE person ADD CONSTRAINT person_email_normal CHECK (email = lower(trim(email)));

CREATE INDEX place_search_trgm ON place USING gin (search gin_trgm_ops);

-- Reports ------------------------------------------------------------------------------------------

-- The one filter of everything public, so that no query can forget a part of it.
ALTER TABLE report DROP COLUMN is_public;
ALTER TABLE report ADD COLUMN is_public boolean NOT NULL
  GENERATED ALWAYS AS (status NOT IN ('unconfirmed', 'expired') AND hidden_at IS NULL AND NOT training) STORED;

ALTER TABLE report ADD CONSTRAINT report_position CHECK (lat BETWEEN -85 AND 85 AND lon BETWEEN -180 AND 180);
ALTER TABLE report ADD CONSTRAINT report_duplicate CHECK ((status = 'duplicate') = (duplicate_of_id IS NOT NULL) AND duplicate_of_id IS DISTINCT FROM id);
ALTER TABLE report ADD CONSTRAINT report_planned CHECK (status <> 'planned' OR planned_for IS NOT NULL);
ALTER TABLE report ADD CONSTRAINT report_referred CHECK (status <> 'referred' OR referred_to IS NOT NULL);
ALTER TABLE report ADD CONSTRAINT report_confirmed CHECK (status IN ('unconfirmed', 'expired') = (confirmed_at IS NULL));
ALTER TABLE report ADD CONSTRAINT report_closed CHECK ((status IN ('fixed', 'rejected', 'duplicate')) = (closed_at IS NOT NULL));

CREATE INDEX report_public_map ON report (map_key) WHERE is_public;
CREATE INDEX report_public_newest ON report (created_at DESC, id DESC) WHERE is_public;
CREATE INDEX report_public_municipality ON report (municipality_id, created_at DESC, id DESC) WHERE is_public;
CREATE INDEX report_unconfirmed ON report (created_at) WHERE status = 'unconfirmed';

-- Morton code (bits of x and y interleaved) of the Web Mercator tile of a position at zoom 20 (about 30 m in Kosovo).
-- A tile of zoom z is then the contiguous range [key << 2(20-z), (key+1) << 2(20-z)).
CREATE FUNCTION map_key(lat double precision, lon double precision) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  n constant double precision := 1 << 20;
  x bigint := greatest(0, least((1 << 20) - 1, floor((lon + 180) / 360 * n)))::bigint;
  y bigint := greatest(0, least((1 << 20) - 1, floor((1 - asinh(tan(radians(lat))) / pi()) / 2 * n)))::bigint;
  key bigint := 0;
BEGIN
  FOR bit IN 0..19 LOOP
    key := key | (((x >> bit) & 1) << (2 * bit)) | (((y >> bit) & 1) << (2 * bit + 1));
  END LOOP;
  RETURN key;
END $$;

CREATE FUNCTION report_set_map_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.map_key := map_key(NEW.lat, NEW.lon);
  RETURN NEW;
END $$;
CREATE TRIGGER report_map_key BEFORE INSERT OR UPDATE OF lat, lon, map_key ON report FOR EACH ROW EXECUTE FUNCTION report_set_map_key();

-- Counts per map cell, zoom 8 to 18. Always in order of zoom, so that two writers take their locks in the same order.
CREATE FUNCTION map_cell_add(key20 bigint, municipality text, category text, st "ReportStatus", n integer, lat double precision, lon double precision)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO map_cell AS cell (zoom, key, municipality_id, category_id, status, count, sum_lat, sum_lon)
  SELECT z, key20 >> (2 * (20 - z)), municipality, category, st, n, n * lat, n * lon FROM generate_series(8, 18) AS z
  ON CONFLICT (zoom, key, municipality_id, category_id, status)
  DO UPDATE SET count = cell.count + excluded.count, sum_lat = cell.sum_lat + excluded.sum_lat, sum_lon = cell.sum_lon + excluded.sum_lon
$$;
CREATE FUNCTION report_count_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.is_public = NEW.is_public AND OLD.map_key = NEW.map_key AND OLD.status = NEW.status
     AND OLD.category_id = NEW.category_id AND OLD.municipality_id = NEW.municipality_id THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.is_public THEN
    PERFORM map_cell_add(OLD.map_key, OLD.municipality_id, OLD.category_id, OLD.status, -1, OLD.lat, OLD.lon);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.is_public THEN
    PERFORM map_cell_add(NEW.map_key, NEW.municipality_id, NEW.category_id, NEW.status, 1, NEW.lat, NEW.lon);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_cells AFTER INSERT OR UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION report_count_cells();

-- The story of a report is only ever added to. Erasing a person's words on request is the one exception, said aloud by the transaction.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('ndreqe.erasing', true) = 'on' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER report_event_append_only BEFORE UPDATE OR DELETE ON report_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_never_deleted BEFORE DELETE ON report FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A report's status is that of its last status event, at the end of every transaction.
CREATE FUNCTION report_status_is_last_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_status "ReportStatus";
  last_status "ReportStatus";
  subject uuid := CASE WHEN TG_TABLE_NAME = 'report' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'report_id')::uuid END;
BEGIN
  SELECT status INTO now_status FROM report WHERE id = subject;
  SELECT status_to INTO last_status FROM report_event WHERE report_id = subject AND status_to IS NOT NULL ORDER BY seq DESC LIMIT 1;
  IF now_status IS DISTINCT FROM last_status THEN
    RAISE EXCEPTION 'report % is % but its last status event says %', subject, now_status, last_status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_status_event AFTER INSERT OR UPDATE OF status ON report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION report_status_is_last_event();
CREATE CONSTRAINT TRIGGER report_event_status AFTER INSERT ON report_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status_to IS NOT NULL) EXECUTE FUNCTION report_status_is_last_event();

-- An internal event never carries a change of status that the public sees without words.
ALTER TABLE report_event ADD CONSTRAINT report_event_note_internal CHECK (kind <> 'note' OR NOT is_public);
ALTER TABLE report_event ADD CONSTRAINT report_event_status_public CHECK (status_to IS NULL OR is_public OR status_to IN ('unconfirmed', 'expired'));

ALTER TABLE photo ADD CONSTRAINT photo_belongs CHECK (report_id IS NOT NULL OR draft_id IS NOT NULL);

-- Pledges ------------------------------------------------------------------------------------------

ALTER TABLE mandate ADD CONSTRAINT mandate_dates CHECK (from_date < to_date);
ALTER TABLE mandate ADD CONSTRAINT mandate_sample_unnamed CHECK (NOT sample OR (mayor_name IS NULL AND party IS NULL));
CREATE UNIQUE INDEX mandate_one_active ON mandate (municipality_id) WHERE active AND NOT sample;
ALTER TABLE pledge ADD CONSTRAINT pledge_six CHECK (slot BETWEEN 1 AND 6);

-- Published only with exactly six pledges, and six they stay.
CREATE FUNCTION mandate_has_six() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid;
BEGIN
  IF TG_TABLE_NAME = 'mandate' THEN
    subject := NEW.id;
  ELSE
    subject := (to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END) ->> 'mandate_id')::uuid;
  END IF;
  IF EXISTS (SELECT 1 FROM mandate WHERE id = subject AND published_at IS NOT NULL)
     AND (SELECT count(*) FROM pledge WHERE mandate_id = subject) <> 6 THEN
    RAISE EXCEPTION 'a mandate is published with exactly six pledges' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER mandate_published_six AFTER INSERT OR UPDATE ON mandate
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandate_has_six();
CREATE CONSTRAINT TRIGGER pledge_published_six AFTER INSERT OR DELETE OR UPDATE OF mandate_id ON pledge
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mandate_has_six();

-- Nobody publishes their own rating, nothing is published without a second person.
ALTER TABLE assessment ADD CONSTRAINT assessment_two_people CHECK (reviewer_id IS NULL OR reviewer_id <> author_id);
ALTER TABLE assessment ADD CONSTRAINT assessment_reviewed CHECK (published_at IS NULL OR (reviewer_id IS NOT NULL AND submitted_at IS NOT NULL));
ALTER TABLE assessment ADD CONSTRAINT assessment_corrects_other CHECK (corrects_id IS DISTINCT FROM id);

-- What has been published stays as it was.
CREATE FUNCTION assessment_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published assessment is corrected by a new one, never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER assessment_immutable BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION assessment_frozen();

CREATE FUNCTION evidence_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.assessment_id ELSE OLD.assessment_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM assessment WHERE id = subject AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the evidence of a published assessment stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evidence_immutable BEFORE INSERT OR UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_frozen();

-- Published only with evidence.
CREATE FUNCTION assessment_has_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evidence WHERE assessment_id = NEW.id) THEN
    RAISE EXCEPTION 'an assessment is published with at least one piece of evidence' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER assessment_evidence AFTER INSERT OR UPDATE ON assessment
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION assessment_has_evidence();
