-- Since when a step has not moved, and whether somebody was told. Owner: io.convoy.execution.
alter table step_attempt add column moved_at timestamptz;
alter table step_attempt add column stalled boolean not null default false;
