-- The clusters of all fleets as they were imported last.
create table cluster (
    name text primary key,
    fleet text not null,
    kind text not null,
    -- the canonical JSON form, byte for byte: its digest is the one beside it
    document text not null,
    digest text not null,
    version bigint not null,
    imported_at timestamptz not null
);

create index cluster_fleet on cluster (fleet);
