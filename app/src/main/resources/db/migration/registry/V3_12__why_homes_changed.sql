-- A building, home or ownership says by which act and why each of its rows was recorded, as communities do.
alter table linli.building
    add column act text not null default 'IMPORT' check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    add column reason text not null default '';
alter table linli.home
    add column act text not null default 'IMPORT' check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    add column reason text not null default '';
alter table linli.ownership
    add column act text not null default 'IMPORT' check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    add column reason text not null default '';
