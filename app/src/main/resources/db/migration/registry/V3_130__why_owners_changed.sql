-- An owner's own data say by which act, since when, on what evidence and why each row was recorded, as all facts of a file do.
-- What is recorded of an owner is what is known now: a change has a day, but no row is true only until a day.
alter table linli.owner
    add column act text not null default 'IMPORT' check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    add column reason text not null default '',
    add column evidence text not null default '',
    add column changed_on date,
    add constraint owner_change_has_a_day check (changed_on is null or act = 'CHANGE');

-- A clerk finds an owner again by a number or a phone in all communities within reach; the phone only by its last four digits,
-- after which the encrypted ones are compared.
create index owner_by_number on linli.owner (id_hash) where superseded_at is null and id_hash is not null;
create index owner_by_phone on linli.owner (phone_last4) where superseded_at is null and phone_last4 is not null;
