-- Finding reports: a text column for the search, what is shown by default, and exact counts kept as reports change.

-- Text made comparable. Words of search and of reports go through the same door; the same in lib/reports/search-text.ts,
-- and a test compares the two. Small letters without accents, Cyrillic as Latin; a word with letters that Albanian and
-- Serbian write differently follows once more at the end as the other would have it: "prishtina pristina".
CREATE FUNCTION search_text(raw text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text COLLATE "C" := regexp_replace(normalize(raw, NFD) COLLATE "C", '[\u0300-\u036f]+', '', 'g');
  others text COLLATE "C";
BEGIN
  plain := translate(plain, 'ĐđıŁłØøАаБбВвГгДдЂђЕеЖжЗзИиЈјКкЛлМмНнОоПпРрСсТтЋћУуФфХхЦцЧчШш',
                            'ddillooaabbvvggddddeezzzziijjkkllmmnnoopprrssttccuuffhhccccss');
  plain := replace(replace(replace(replace(replace(replace(plain, 'Љ', 'lj'), 'љ', 'lj'), 'Њ', 'nj'), 'њ', 'nj'), 'Џ', 'dz'), 'џ', 'dz');
  plain := trim(regexp_replace(lower(plain), '[^a-z0-9]+', ' ', 'g'));
  SELECT string_agg(replace(replace(replace(replace(replace(replace(word, 'xh', 'dz'), 'sh', 's'), 'zh', 'z'), 'gj', 'd'), 'dj', 'd'), 'q', 'c'), ' ' ORDER BY i)
    INTO others
    FROM unnest(string_to_array(plain, ' ')) WITH ORDINALITY AS words(word, i)
    WHERE word ~ 'xh|sh|zh|gj|dj|q';
  RETURN ' ' || plain || ' ' || coalesce(others || ' ', '');
END $$;

-- Open, but nothing public happened for six months. Kept by the triggers below and, as time passes, by the worker.
ALTER TABLE report ADD COLUMN dormant boolean NOT NULL DEFAULT false;
UPDATE report SET dormant = true
  WHERE status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred') AND status_at < now() - interval '6 months'
    AND NOT EXISTS (SELECT 1 FROM report_event AS e WHERE e.report_id = report.id AND e.is_public AND e.at > now() - interval '6 months');
ALTER TABLE report
  -- What the map and the lists show unless more is asked for.
  ADD COLUMN is_current boolean NOT NULL GENERATED ALWAYS AS (
    status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred') AND hidden_at IS NULL AND NOT training AND NOT dormant) STORED,
  -- The moment an open report passes a target: the first answer's, or (unless referred) the fix's.
  ADD COLUMN overdue_at timestamptz(3) GENERATED ALWAYS AS (
    CASE WHEN status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred') THEN
      least(CASE WHEN first_response_at IS NULL THEN answer_due_at END, CASE WHEN status <> 'referred' THEN fix_due_at END) END) STORED,
  ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (
    search_text(ref || ' ' || title || ' ' || place_text || ' ' || details)) STORED;

CREATE FUNCTION report_set_dormant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.dormant := NEW.status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred') AND NEW.status_at < now() - interval '6 months';
  RETURN NEW;
END $$;
CREATE TRIGGER report_dormant BEFORE INSERT OR UPDATE OF status, status_at ON report FOR EACH ROW EXECUTE FUNCTION report_set_dormant();

-- Whatever is publicly said or done brings a report back.
CREATE FUNCTION report_wakes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.at > now() - interval '6 months' THEN
    UPDATE report SET dormant = false WHERE id = NEW.report_id AND dormant;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_event_wakes AFTER INSERT ON report_event FOR EACH ROW WHEN (NEW.is_public) EXECUTE FUNCTION report_wakes();

-- Lists: each order has an index for everything and for a municipality; a category with and without one.
CREATE INDEX report_public_category ON report (category_id, created_at DESC, id DESC) WHERE is_public;
CREATE INDEX report_public_both ON report (municipality_id, category_id, created_at DESC, id DESC) WHERE is_public;
CREATE INDEX report_public_status ON report (status, created_at DESC, id DESC) WHERE is_public;
CREATE INDEX report_public_reopened ON report (created_at DESC, id DESC) WHERE is_public AND reopened_count > 0;
CREATE INDEX report_current_newest ON report (created_at DESC, id DESC) WHERE is_current;
CREATE INDEX report_current_map ON report (map_key) WHERE is_current;
CREATE INDEX report_affected ON report (support_count DESC, id DESC) WHERE is_public;
CREATE INDEX report_affected_municipality ON report (municipality_id, support_count DESC, id DESC) WHERE is_public;
CREATE INDEX report_waiting ON report (created_at, id)
  WHERE is_public AND status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred');
CREATE INDEX report_waiting_municipality ON report (municipality_id, created_at, id)
  WHERE is_public AND status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred');
-- Degrees of longitude shrunk to the length of those of latitude at 42.5°, so that distances compare.
CREATE INDEX report_near ON report USING gist (point(lon * 0.7373, lat)) WHERE is_public;
CREATE INDEX report_overdue ON report (overdue_at) WHERE is_public AND overdue_at IS NOT NULL;
CREATE INDEX report_to_rest ON report (status_at)
  WHERE NOT dormant AND status IN ('open', 'acknowledged', 'planned', 'in_progress', 'referred');
CREATE INDEX report_search ON report USING gin (search_text gin_trgm_ops) WITH (gin_pending_list_limit = 256) WHERE is_public;
CREATE INDEX report_event_reopened ON report_event (at) WHERE is_public AND status_from = 'fixed' AND status_to = 'open';

-- Counts ---------------------------------------------------------------------------------------------

DROP TRIGGER report_cells ON report;
DROP FUNCTION report_count_cells();
DROP FUNCTION map_cell_add(bigint, text, text, "ReportStatus", integer, double precision, double precision);
DROP TABLE map_cell;

-- Category '*' counts all categories, so that a view costs the same however many of them its cells hold.
CREATE TABLE map_cell (
  zoom smallint NOT NULL,
  category_id text NOT NULL,
  key bigint NOT NULL,
  municipality_id text NOT NULL,
  status "ReportStatus" NOT NULL,
  dormant boolean NOT NULL,
  count integer NOT NULL,
  sum_lat double precision NOT NULL,
  sum_lon double precision NOT NULL,
  CONSTRAINT map_cell_pkey PRIMARY KEY (zoom, category_id, key, municipality_id, status, dormant)
);

-- What statistics are made of; which columns a kind uses is said in report_tallies().
CREATE TABLE report_tally (
  kind text NOT NULL,
  municipality_id text NOT NULL,
  day date NOT NULL,
  hours integer NOT NULL,
  category_id text NOT NULL,
  status text NOT NULL,
  count integer NOT NULL,
  CONSTRAINT report_tally_pkey PRIMARY KEY (kind, municipality_id, day, hours, category_id, status)
);

-- The cells a report is counted in. The one definition: the trigger and `npm run map:check` both ask it.
CREATE FUNCTION report_cells(r report)
RETURNS TABLE (zoom smallint, category_id text, key bigint, municipality_id text, status "ReportStatus", dormant boolean)
LANGUAGE sql IMMUTABLE AS $$
  SELECT z::smallint, c, r.map_key >> (2 * (20 - z)), r.municipality_id, r.status, r.dormant
  FROM generate_series(8, 20, 2) AS z, unnest(ARRAY['*', r.category_id]) AS c
  WHERE r.is_public
$$;

-- A calendar day in Kosovo.
CREATE FUNCTION kosovo_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (at AT TIME ZONE 'Europe/Belgrade')::date
$$;

-- How long something took: to the hour up to ten days, to the day from there on.
CREATE FUNCTION took_hours(since timestamptz, until timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN until < since THEN 0
    WHEN extract(epoch FROM until - since) < 864000 THEN round(extract(epoch FROM until - since) / 3600)::integer
    ELSE (round(extract(epoch FROM until - since) / 86400) * 24)::integer END
$$;

-- The tallies a report is counted in.
CREATE FUNCTION report_tallies(r report)
RETURNS TABLE (kind text, municipality_id text, day date, hours integer, category_id text, status text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT t.kind, r.municipality_id, t.day, t.hours, t.category_id, t.status
  FROM (VALUES
    ('filed', kosovo_day(r.created_at), 0, '', '', true),
    ('overdue', kosovo_day(r.overdue_at), 0, r.category_id, '', r.overdue_at IS NOT NULL),
    ('reopened', '1970-01-01', 0, r.category_id, r.status::text, r.reopened_count > 0),
    ('answered', '1970-01-01', took_hours(r.confirmed_at, r.first_response_at), '', '', r.first_response_at IS NOT NULL),
    ('answered_day', kosovo_day(r.first_response_at), took_hours(r.confirmed_at, r.first_response_at), '', '', r.first_response_at IS NOT NULL),
    ('fixed', '1970-01-01', took_hours(r.confirmed_at, r.closed_at), '', '', r.status = 'fixed'),
    ('fixed_day', kosovo_day(r.closed_at), took_hours(r.confirmed_at, r.closed_at), '', '', r.status = 'fixed')
  ) AS t (kind, day, hours, category_id, status, counted)
  WHERE r.is_public AND t.counted
$$;

CREATE FUNCTION count_report(r report, n integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO map_cell AS kept (zoom, category_id, key, municipality_id, status, dormant, count, sum_lat, sum_lon)
    SELECT c.*, n, n * r.lat, n * r.lon FROM report_cells(r) AS c
    ON CONFLICT (zoom, category_id, key, municipality_id, status, dormant) DO UPDATE SET
      count = kept.count + excluded.count, sum_lat = kept.sum_lat + excluded.sum_lat, sum_lon = kept.sum_lon + excluded.sum_lon;
  INSERT INTO report_tally AS kept (kind, municipality_id, day, hours, category_id, status, count)
    SELECT t.*, n FROM report_tallies(r) AS t
    ON CONFLICT (kind, municipality_id, day, hours, category_id, status) DO UPDATE SET count = kept.count + excluded.count;
  IF n < 0 THEN
    -- Cells and tallies that count nothing any more go, or every status a report ever had would stay to be read.
    DELETE FROM map_cell AS kept USING report_cells(r) AS c
      WHERE kept.zoom = c.zoom AND kept.category_id = c.category_id AND kept.key = c.key
        AND kept.municipality_id = c.municipality_id AND kept.status = c.status AND kept.dormant = c.dormant AND kept.count = 0;
    DELETE FROM report_tally AS kept USING report_tallies(r) AS t
      WHERE kept.kind = t.kind AND kept.municipality_id = t.municipality_id AND kept.day = t.day AND kept.hours = t.hours
        AND kept.category_id = t.category_id AND kept.status = t.status AND kept.count = 0;
  END IF;
END $$;

-- Counting comes at the very end of a transaction and one transaction at a time: whoever counts has all its other locks
-- already and waits for nobody, so that writers can't lock each other out, whatever they wrote in whatever order.
CREATE FUNCTION report_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20261125);
  IF TG_OP <> 'INSERT' THEN
    PERFORM count_report(OLD, -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM count_report(NEW, 1);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_count_new AFTER INSERT ON report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.is_public) EXECUTE FUNCTION report_count();
CREATE CONSTRAINT TRIGGER report_count_changed AFTER UPDATE ON report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((OLD.is_public OR NEW.is_public)
    AND (OLD.is_public, OLD.map_key, OLD.lat, OLD.lon, OLD.municipality_id, OLD.category_id, OLD.status, OLD.dormant, OLD.created_at,
         OLD.overdue_at, OLD.reopened_count > 0, OLD.confirmed_at, OLD.first_response_at, OLD.closed_at)
      IS DISTINCT FROM
        (NEW.is_public, NEW.map_key, NEW.lat, NEW.lon, NEW.municipality_id, NEW.category_id, NEW.status, NEW.dormant, NEW.created_at,
         NEW.overdue_at, NEW.reopened_count > 0, NEW.confirmed_at, NEW.first_response_at, NEW.closed_at))
  EXECUTE FUNCTION report_count();
CREATE CONSTRAINT TRIGGER report_count_gone AFTER DELETE ON report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.is_public) EXECUTE FUNCTION report_count();

-- Counted anew from the reports: here, and by the benchmark after it has filled a database without triggers.
CREATE FUNCTION recount_reports() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20261125);
  DELETE FROM map_cell;
  DELETE FROM report_tally;
  INSERT INTO map_cell
    SELECT c.zoom, c.category_id, c.key, c.municipality_id, c.status, c.dormant, count(*), sum(r.lat), sum(r.lon)
    FROM report AS r, report_cells(r) AS c GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3;
  INSERT INTO report_tally
    SELECT t.kind, t.municipality_id, t.day, t.hours, t.category_id, t.status, count(*)
    FROM report AS r, report_tallies(r) AS t GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3;
END $$;
SELECT recount_reports();
