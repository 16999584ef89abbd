-- Reports that were reopened before feedback was kept: whoever reopened denied that fix.
INSERT INTO feedback (event_id, person_id, report_id, answer, created_at, updated_at)
SELECT fix.id, e.actor_id, e.report_id, 'no', e.at, e.at
FROM report_event e
JOIN LATERAL (
  SELECT id, actor_kind FROM report_event f
  WHERE f.report_id = e.report_id AND f.seq < e.seq AND f.status_to IS NOT NULL
  ORDER BY f.seq DESC LIMIT 1
) fix ON fix.actor_kind = 'municipality'
WHERE e.status_from = 'fixed' AND e.status_to = 'open' AND e.actor_kind = 'citizen' AND e.actor_id IS NOT NULL
ON CONFLICT DO NOTHING;

-- How many reports their reporters took back, by municipality (lib/statistics/feedback.ts).
CREATE INDEX report_withdrawn ON report (municipality_id) WHERE withdrawn_at IS NOT NULL AND NOT training;
