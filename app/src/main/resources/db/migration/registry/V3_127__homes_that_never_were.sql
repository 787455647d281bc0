-- A building or home entered by mistake is corrected away: its rows are superseded, and this says who did so and why. Only ever added to.
create table linli.home_withdrawal (
    community_id  bigint not null references linli.community (community_id),
    withdrawal_no int    not null check (withdrawal_no > 0),
    building_no   int,
    home_no       int,
    label         text   not null check (label <> ''),
    note          text   not null check (note <> ''),
    recorded_by   text   not null,
    recorded_at   timestamptz not null,
    primary key (community_id, withdrawal_no),
    check ((building_no is null) <> (home_no is null))
);
grant select, insert on linli.home_withdrawal to ${app};
