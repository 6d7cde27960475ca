-- What somebody else has changed about a cluster in a run. Owner: io.convoy.execution.
-- Differences are JSON. They are seen, seen again, told at the run's next safe point, and accepted by whoever lets it go on.
create table run_watch (
    run        uuid primary key references run (id),
    due_at     timestamptz not null,
    soonest_at timestamptz not null,
    step       integer     not null,
    seen       text        not null default '[]',
    told       text        not null default '[]',
    accepted   text        not null default '[]'
);

-- Not told yet: read with the run itself at each claim.
alter table run add column differences text not null default '[]';
