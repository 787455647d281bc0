-- A member or specialist says by which act and why each row was recorded, as all facts of a file do.
alter table linli.committee_member
    add column act text not null default 'CHANGE' check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    add column reason text not null default '';
alter table linli.specialist
    add column act text not null default 'CHANGE' check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    add column reason text not null default '';
