-- Runs, and what was done in them. Owner: io.convoy.execution.
create table run (
    id            uuid primary key,
    cluster       text        not null,
    wave          text        not null,
    plan_revision integer     not null,
    plan_digest   text        not null,
    state         text        not null,
    step          integer     not null,
    direction     text        not null,
    wait_until    timestamptz,
    reason        text        not null,
    epoch         bigint      not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    started_by    text        not null,
    request       text,
    requested_by  text
);

-- A cluster is in one run at a time, whatever its callers do.
create unique index run_one_per_cluster on run (cluster) where state not in ('SUCCEEDED', 'ROLLED_BACK');
create index run_by_cluster on run (cluster, created_at);

create table step_attempt (
    run        uuid        not null references run (id),
    step       text        not null,
    direction  text        not null,
    number     integer     not null,
    epoch      bigint      not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    result     text,
    notes      text        not null,
    progress   text,
    memory     text        not null,
    primary key (run, step, direction, number)
);

create table step_confirmation (
    run          uuid        not null references run (id),
    step         text        not null,
    comment      text        not null,
    confirmed_by text        not null,
    confirmed_at timestamptz not null,
    primary key (run, step)
);
