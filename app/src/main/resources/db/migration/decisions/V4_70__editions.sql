-- Full editions of a vote's record: asked for on a written order by one person, made when another confirms.
create table linli.vote_edition (
    community_id   bigint not null,
    vote_no        int    not null,
    edition_no     int    not null check (edition_no > 0),
    order_no       text   not null check (order_no <> ''),
    authority      text   not null check (authority <> ''),
    requester      bigint not null,
    requester_grant bigint not null,
    requested_by   text   not null,
    requested_at   timestamptz not null,
    primary key (community_id, vote_no, edition_no),
    unique (community_id, vote_no, edition_no, requester),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- Four eyes: the key carries the requester, so that the table itself refuses the same person.
create table linli.vote_edition_made (
    community_id   bigint not null,
    vote_no        int    not null,
    edition_no     int    not null,
    requester      bigint not null,
    confirmer      bigint not null,
    confirmer_grant bigint not null,
    confirmed_by   text   not null,
    made_at        timestamptz not null,
    open_until     timestamptz not null,
    file_hash      text   not null,
    primary key (community_id, vote_no, edition_no),
    foreign key (community_id, vote_no, edition_no, requester)
        references linli.vote_edition (community_id, vote_no, edition_no, requester),
    check (confirmer <> requester),
    check (open_until > made_at)
);

create table linli.vote_edition_download (
    community_id   bigint not null,
    vote_no        int    not null,
    edition_no     int    not null,
    download_no    int    not null check (download_no > 0),
    account        bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, edition_no, download_no),
    foreign key (community_id, vote_no, edition_no)
        references linli.vote_edition_made (community_id, vote_no, edition_no)
);
grant select, insert on linli.vote_edition, linli.vote_edition_made, linli.vote_edition_download to ${app};
