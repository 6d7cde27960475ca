-- Another number after every transaction that has changed clusters, so that who keeps something made of all of them learns cheaply
-- whether it is still true. Owner: io.convoy.inventory.
create table inventory_version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);

insert into inventory_version (version) values (0);

-- Once in a transaction, however many statements it has.
create function note_inventory_change() returns trigger as $$
begin
    update inventory_version set version = txid_current() where version <> txid_current();
    return null;
end $$ language plpgsql;

create trigger cluster_changed after insert or update or delete or truncate on cluster
    for each statement execute function note_inventory_change();
