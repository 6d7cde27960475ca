-- What people have decided of waves and of single clusters. Owner: io.convoy.wave.
alter table wave_state add column failures_borne integer not null default 0;

create table cluster_choice (
    cluster   text primary key,
    skips     boolean     not null,
    reason    text        not null,
    chosen_by text        not null,
    chosen_at timestamptz not null
);
