-- Where a community lies as known now: what every statement over community rows asks for its scope.
create view linli.community_place as
    select distinct on (community_id) community_id, division_code
    from linli.community_version
    where superseded_at is null
    order by community_id, valid_from desc;
grant select on linli.community_place to ${app};

-- Who looked at an owner's name, number or phone, and why. Only ever added to.
create table linli.owner_disclosure (
    community_id  bigint not null references linli.community (community_id),
    disclosure_no int  not null,
    owner_no      int  not null,
    account_id    bigint not null,
    disclosed_to  text not null,
    reason        text not null check (reason <> ''),
    disclosed_at  timestamptz not null,
    primary key (community_id, disclosure_no)
);
grant select, insert on linli.owner_disclosure to ${app};
