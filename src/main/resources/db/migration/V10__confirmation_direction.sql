-- A step's undo may ask as well; it is not answered by what was said on the way there.
alter table step_confirmation
    add column direction text not null default 'FORWARD';

alter table step_confirmation
    alter column direction drop default,
    drop constraint step_confirmation_pkey,
    add primary key (run, step, direction);
