-- Change plans, revision by revision, and who approved them. Owner: io.convoy.plan.
create table plan (
    id         bigint generated always as identity primary key,
    cluster    text        not null,
    revision   integer     not null,
    digest     text        not null,
    -- the canonical YAML, byte for byte: its digest is the one beside it
    document   text        not null,
    blocked    boolean     not null,
    created_at timestamptz not null,
    created_by text        not null,
    unique (cluster, revision)
);

create table approval (
    id           bigint generated always as identity primary key,
    cluster      text        not null,
    revision     integer     not null,
    digest       text        not null,
    comment      text        not null,
    approved_by  text        not null,
    approved_at  timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    version      bigint      not null,
    foreign key (cluster, revision) references plan (cluster, revision)
);

-- One approval of a cluster's plans stands at a time, whatever its callers do.
create unique index approval_standing on approval (cluster) where withdrawn_at is null;
create index approval_by_cluster on approval (cluster, id);
