-- Schema freezes, the permits that they wait for, and what each node's guardrails were before. Owner: io.convoy.hooks.
create table schema_freeze (
    cluster      text primary key,
    run          uuid        not null,
    state        text        not null,
    reason       text        not null,
    requested_at timestamptz not null,
    enforced_at  timestamptz,
    version      bigint      not null
);

create table schema_permit (
    id          uuid primary key,
    cluster     text        not null,
    purpose     text        not null,
    holder      text        not null,
    granted_at  timestamptz not null,
    expires_at  timestamptz not null,
    returned_at timestamptz
);

create index schema_permit_open on schema_permit (cluster, expires_at) where returned_at is null;

create table guard_original (
    cluster text not null,
    node    text not null,
    setting text not null,
    value   text not null,
    run     uuid not null,
    primary key (cluster, node, setting)
);

-- What is known of each cluster's nodes. Owner: io.convoy.nodestatus.
create table cluster_status (
    cluster     text primary key,
    version     bigint      not null,
    as_of       timestamptz,
    observation text        not null,
    shown       text        not null,
    asked_at    timestamptz
);
