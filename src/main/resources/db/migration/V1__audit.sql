-- The append-only, hash-chained record of every decision and act.
create table audit_entry (
    sequence bigint primary key,
    at timestamptz not null,
    actor text not null,
    act text not null,
    subject text not null,
    details text not null,
    previous text not null,
    hash text not null
);

create index audit_entry_subject on audit_entry (subject, sequence);

-- The end of the chain: writers queue up for its one row, and it shows when the last entries are cut off.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    sequence bigint not null,
    hash text not null
);

insert into audit_head (sequence, hash) values (0, 'sha256:' || repeat('0', 64));

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only: % on % is refused', tg_op, tg_table_name;
end;
$$;

create function audit_head_moves_forward() returns trigger language plpgsql as $$
begin
    if new.sequence <> old.sequence + 1 then
        raise exception 'The audit log is append-only: its head moves one entry forward at a time';
    end if;
    return new;
end;
$$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function audit_refuse();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_head_forward before update on audit_head
    for each row execute function audit_head_moves_forward();
create trigger audit_head_stays before insert or delete on audit_head
    for each row execute function audit_refuse();
create trigger audit_head_no_truncate before truncate on audit_head
    for each statement execute function audit_refuse();
