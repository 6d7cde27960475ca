-- Every message to a customer's automation: written before it is sent, completed by what came back. Owner: io.convoy.hooks.
create table hook_delivery (
    number   bigint generated always as identity primary key,
    message  text        not null,
    type     text        not null,
    subject  text        not null,
    receiver text        not null,
    run      uuid,
    step     text,
    attempt  integer     not null,
    sent_at  timestamptz not null,
    ended_at timestamptz,
    status   integer,
    verdict  text,
    said     text        not null
);

create index hook_delivery_by_run on hook_delivery (run, number);
create index hook_delivery_by_message on hook_delivery (message, receiver);
