-- The documents behind changes of owners, by the hash of their content, which is kept encrypted. Only ever added to.
create table linli.home_file (
    community_id bigint not null references linli.community (community_id),
    home_no      int  not null,
    file_no      int  not null check (file_no > 0),
    title        text not null check (title <> ''),
    type         text not null check (type in ('PDF', 'JPEG', 'PNG')),
    file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    bytes        bigint not null check (bytes > 0),
    added_at     timestamptz not null,
    added_by     text not null,
    primary key (community_id, home_no, file_no)
);
grant select, insert on linli.home_file to ${app};

-- A document names its owners as plainly as the roll does: each look at one is kept with its reason.
create table linli.home_file_disclosure (
    community_id  bigint not null references linli.community (community_id),
    disclosure_no int  not null,
    home_no       int  not null,
    file_no       int  not null,
    account_id    bigint not null,
    disclosed_to  text not null,
    reason        text not null check (reason <> ''),
    disclosed_at  timestamptz not null,
    primary key (community_id, disclosure_no)
);
grant select, insert on linli.home_file_disclosure to ${app};
