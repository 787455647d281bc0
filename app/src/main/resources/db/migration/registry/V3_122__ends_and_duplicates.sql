-- By which paper a company left the register and a community ended, and which record was another one's duplicate. Only ever added to:
-- whether the end still holds, the versions say.
create table linli.company_exit (
    company_code text not null references linli.company (company_code),
    ending_no    int  not null check (ending_no > 0),
    kind         text not null check (kind in ('LEFT', 'CANCELLED')),
    ended_on     date not null,
    note         text not null check (note <> ''),
    type         text not null check (type in ('PDF', 'JPEG', 'PNG')),
    file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (company_code, ending_no)
);
grant select, insert on linli.company_exit to ${app};

create table linli.community_end (
    community_id bigint not null references linli.community (community_id),
    ending_no    int  not null check (ending_no > 0),
    kind         text not null check (kind in ('DEMOLISHED', 'MERGED')),
    into_id      bigint references linli.community (community_id),
    ended_on     date not null,
    note         text not null check (note <> ''),
    type         text not null check (type in ('PDF', 'JPEG', 'PNG')),
    file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (community_id, ending_no),
    check ((kind = 'MERGED') = (into_id is not null)),
    check (into_id <> community_id)
);
grant select, insert on linli.community_end to ${app};

-- names: what the dropped record was called and found by, so that the kept one is found by it.
create table linli.community_duplicate (
    community_id bigint not null primary key references linli.community (community_id),
    kept_id      bigint not null references linli.community (community_id),
    code         text not null,
    name         text not null,
    names        text not null,
    note         text not null check (note <> ''),
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    check (kept_id <> community_id)
);
create index community_duplicate_kept on linli.community_duplicate (kept_id);
grant select, insert on linli.community_duplicate to ${app};
