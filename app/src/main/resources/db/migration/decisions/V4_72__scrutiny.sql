-- Supervised checks of paper ballots: two people at one screen, a seed recorded before the draw, what was drawn, seen and found.
create table linli.scrutiny (
    community_id bigint not null,
    vote_no      int    not null,
    scrutiny_no  int    not null check (scrutiny_no > 0),
    opener       bigint not null,
    opened_by    text   not null,
    partner      bigint not null,
    partner_kind text   not null check (partner_kind in ('STAFF', 'OWNER')),
    opened_at    timestamptz not null,
    seed         text   not null check (seed ~ '^[0-9a-f]{32}$'),
    papers       int    not null check (papers > 0),
    primary key (community_id, vote_no, scrutiny_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no),
    check (partner <> opener)
);

create table linli.scrutiny_draw (
    community_id bigint not null,
    vote_no      int    not null,
    scrutiny_no  int    not null,
    position     int    not null check (position > 0),
    digits       text   not null check (digits ~ '^[0-9]{4,20}$'),
    paper_no     int    not null,
    drawn_at     timestamptz not null,
    primary key (community_id, vote_no, scrutiny_no, position),
    unique (community_id, vote_no, scrutiny_no, paper_no),
    foreign key (community_id, vote_no, scrutiny_no) references linli.scrutiny (community_id, vote_no, scrutiny_no)
);

create table linli.scrutiny_view (
    community_id bigint not null,
    vote_no      int    not null,
    scrutiny_no  int    not null,
    position     int    not null,
    scan_no      int    not null,
    view_no      int    not null check (view_no > 0),
    viewed_at    timestamptz not null,
    primary key (community_id, vote_no, scrutiny_no, position, scan_no, view_no),
    foreign key (community_id, vote_no, scrutiny_no, position)
        references linli.scrutiny_draw (community_id, vote_no, scrutiny_no, position)
);

create table linli.scrutiny_finding (
    community_id bigint not null,
    vote_no      int    not null,
    scrutiny_no  int    not null,
    position     int    not null,
    matches      boolean not null,
    note         text   not null,
    found_at     timestamptz not null,
    primary key (community_id, vote_no, scrutiny_no, position),
    foreign key (community_id, vote_no, scrutiny_no, position)
        references linli.scrutiny_draw (community_id, vote_no, scrutiny_no, position),
    check (matches or note <> '')
);
grant select, insert on linli.scrutiny, linli.scrutiny_draw, linli.scrutiny_view, linli.scrutiny_finding to ${app};
