-- Who stands in for whom on the desk, from a day to a day. Accounts are bare numbers, as in the outbox. A leave that ends early says
-- when; nothing is deleted.
create table platform.stand_in (
    id         bigint generated always as identity primary key,
    absent     bigint not null,
    deputy     bigint not null,
    role       text not null,
    scope_key  text collate "C" not null,
    valid_from date not null,
    valid_to   date not null,
    stated_at  timestamptz not null,
    ended_at   timestamptz,
    check (deputy <> absent),
    check (valid_to >= valid_from)
);
create index stand_in_absent on platform.stand_in (absent) where ended_at is null;
create index stand_in_deputy on platform.stand_in (deputy) where ended_at is null;
grant select, insert, update on platform.stand_in to ${app};
