-- Four more tallies: whether targets were kept, by the day they fell due, and what was filed and fixed by month and
-- category, for the reports beside a pledge (docs/decisions/022).

CREATE OR REPLACE FUNCTION report_tallies(r report)
RETURNS TABLE (kind text, municipality_id text, day date, hours integer, category_id text, status text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT t.kind, r.municipality_id, t.day, t.hours, t.category_id, t.status
  FROM (VALUES
    ('filed', kosovo_day(r.created_at), 0, '', '', true),
    ('filed_month', date_trunc('month', kosovo_day(r.created_at)::timestamp)::date, 0, r.category_id, '', true),
    ('overdue', kosovo_day(r.overdue_at), 0, r.category_id, '', r.overdue_at IS NOT NULL),
    ('reopened', '1970-01-01', 0, r.category_id, r.status::text, r.reopened_count > 0),
    ('answered', '1970-01-01', took_hours(r.confirmed_at, r.first_response_at), '', '', r.first_response_at IS NOT NULL),
    ('answered_day', kosovo_day(r.first_response_at), took_hours(r.confirmed_at, r.first_response_at), '', '', r.first_response_at IS NOT NULL),
    ('fixed', '1970-01-01', took_hours(r.confirmed_at, r.closed_at), '', '', r.status = 'fixed'),
    ('fixed_day', kosovo_day(r.closed_at), took_hours(r.confirmed_at, r.closed_at), '', '', r.status = 'fixed'),
    ('fixed_month', date_trunc('month', kosovo_day(r.closed_at)::timestamp)::date, took_hours(r.confirmed_at, r.closed_at), r.category_id, '', r.status = 'fixed'),
    -- "late" until it is in time: true once the day has passed, which is when it is read. Nobody owes an answer to what
    -- its reporter closed before, nor a fix to what was refused, belongs to another report or to another institution.
    ('answer_due', kosovo_day(r.answer_due_at), 0, '', CASE WHEN r.first_response_at <= r.answer_due_at THEN 'in_time' ELSE 'late' END,
      r.answer_due_at IS NOT NULL AND (r.first_response_at IS NOT NULL OR r.closed_at IS NULL OR r.closed_at > r.answer_due_at)),
    ('fix_due', kosovo_day(r.fix_due_at), 0, '', CASE WHEN r.status = 'fixed' AND r.closed_at <= r.fix_due_at THEN 'in_time' ELSE 'late' END,
      r.fix_due_at IS NOT NULL AND r.status NOT IN ('rejected', 'duplicate', 'referred'))
  ) AS t (kind, day, hours, category_id, status, counted)
  WHERE r.is_public AND t.counted
$$;

DROP TRIGGER report_count_changed ON report;
CREATE CONSTRAINT TRIGGER report_count_changed AFTER UPDATE ON report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((OLD.is_public OR NEW.is_public)
    AND (OLD.is_public, OLD.map_key, OLD.lat, OLD.lon, OLD.municipality_id, OLD.category_id, OLD.status, OLD.dormant, OLD.created_at,
         OLD.overdue_at, OLD.reopened_count > 0, OLD.confirmed_at, OLD.first_response_at, OLD.closed_at, OLD.answer_due_at, OLD.fix_due_at)
      IS DISTINCT FROM
        (NEW.is_public, NEW.map_key, NEW.lat, NEW.lon, NEW.municipality_id, NEW.category_id, NEW.status, NEW.dormant, NEW.created_at,
         NEW.overdue_at, NEW.reopened_count > 0, NEW.confirmed_at, NEW.first_response_at, NEW.closed_at, NEW.answer_due_at, NEW.fix_due_at))
  EXECUTE FUNCTION report_count();

INSERT INTO report_tally
  SELECT t.kind, t.municipality_id, t.day, t.hours, t.category_id, t.status, count(*)
  FROM report AS r, report_tallies(r) AS t
  WHERE t.kind IN ('filed_month', 'fixed_month', 'answer_due', 'fix_due') GROUP BY 1, 2, 3, 4, 5, 6;
