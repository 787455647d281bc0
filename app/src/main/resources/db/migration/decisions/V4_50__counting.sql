-- What counting adds: who ran a count, owners who watch it, draws of lots, papers of objections, single decisions that are void.

alter table linli.vote_count add column counted_account bigint;

-- An owner offers to witness; the organiser or the street accepts. The name is masked.
create table linli.count_volunteer (
    community_id   bigint not null,
    vote_no        int    not null,
    account        bigint not null,
    name           text   not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, account),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.count_volunteer_accepted (
    community_id   bigint not null,
    vote_no        int    not null,
    account        bigint not null,
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, account),
    foreign key (community_id, vote_no, account) references linli.count_volunteer (community_id, vote_no, account)
);

-- A draw of lots among candidates who are level at the last place; the last draw of a decision holds.
create table linli.vote_lot (
    community_id   bigint not null,
    vote_no        int    not null,
    decision_no    int    not null,
    lot_no         int    not null check (lot_no > 0),
    candidates     int[]  not null,
    record         text   not null check (record <> ''),
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, decision_no, lot_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.vote_objection_file (
    community_id   bigint not null,
    vote_no        int    not null,
    objection_no   int    not null,
    file_no        int    not null,
    file_hash      text   not null,
    media          text   not null check (media in ('PDF', 'JPEG', 'PNG')),
    primary key (community_id, vote_no, objection_no, file_no),
    foreign key (community_id, vote_no, objection_no)
        references linli.vote_objection (community_id, vote_no, objection_no)
);

-- One decision of a vote that an upheld objection voided from the start, while the others stand.
create table linli.decision_void (
    community_id   bigint not null,
    vote_no        int    not null,
    decision_no    int    not null,
    objection_no   int    not null,
    day            date   not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, decision_no),
    foreign key (community_id, vote_no, objection_no)
        references linli.vote_objection_ruling (community_id, vote_no, objection_no)
);

create index vote_state_final on linli.vote_state (state, day);

grant select, insert on linli.count_volunteer, linli.count_volunteer_accepted, linli.vote_lot, linli.vote_objection_file,
    linli.decision_void to ${app};
