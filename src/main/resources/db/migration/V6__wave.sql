-- The program, what its waves are allowed to do, and what keeps them still. Owner: io.convoy.wave.
create table program (
    id         integer primary key check (id = 1),
    document   text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    changed_by text        not null
);

create table wave_state (
    name       text primary key,
    state      text        not null,
    changed_at timestamptz not null,
    changed_by text        not null
);

create table hold (
    scope      text primary key,
    reason     text        not null,
    hold_until timestamptz,
    set_by     text        not null,
    set_at     timestamptz not null
);
