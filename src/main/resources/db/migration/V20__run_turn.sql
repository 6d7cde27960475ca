-- When each run is next looked at, and by whom. Owner: io.convoy.execution.
create table run_turn (
    run    uuid    primary key references run (id),
    -- null: nobody needs to look
    due_at timestamptz,
    -- somebody wants a look even while another one is under way
    nudged boolean not null,
    -- the instance that is looking; its hold is worth nothing once the instance is no longer alive
    holder uuid,
    -- counts how often the run was taken: only who took it last may begin anything
    turn   bigint  not null
);
create index run_turn_due on run_turn (due_at);

-- Instances of Convoy, by the database's clock.
create table instance (
    id          uuid primary key,
    -- pid@host, for people
    name        text        not null,
    alive_until timestamptz not null
);

insert into run_turn (run, due_at, nudged, turn)
select id, now(), false, 0 from run where state in ('PENDING', 'RUNNING', 'WAITING', 'ROLLING_BACK');

-- Runs were Quartz jobs before.
delete from qrtz_simple_triggers where trigger_group = 'run' or trigger_name in
    (select trigger_name from qrtz_triggers where job_group = 'run');
delete from qrtz_triggers where job_group = 'run';
delete from qrtz_fired_triggers where job_group = 'run';
delete from qrtz_job_details where job_group = 'run';
