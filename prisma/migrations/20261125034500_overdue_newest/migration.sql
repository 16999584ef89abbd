-- The overdue, the newest first: the newest of all are not due yet, and are passed over inside the index.
CREATE INDEX report_overdue_newest ON report (created_at DESC, id DESC, overdue_at) WHERE is_public AND overdue_at IS NOT NULL;
