-- How far down the audit log each subscriber to events has been told. Owner: io.convoy.hooks.
create table hook_subscriber (
    receiver     text primary key,
    position     bigint      not null,
    attempts     integer     not null,
    due_at       timestamptz not null,
    reason       text        not null,
    delivered_at timestamptz,
    version      bigint      not null
);
