-- What owners propose outside of a vote, and who signed it. All of it is insert-only: a signature that is taken back stays as a row, and
-- so does each count that was made of them. Who signed is never public and never shown to the property company.
create table linli.proposal (
    community_id   bigint not null,
    proposal_no    int    not null check (proposal_no > 0),
    kind           text   not null check (kind in ('SPECIAL_MEETING', 'REMOVE_MEMBERS')),
    matter         text   not null check (matter <> ''),
    proposed_on    date   not null,
    at             timestamptz not null,
    by_account     bigint not null,
    primary key (community_id, proposal_no)
);

-- A signature for a home: one head signs once however many of its homes and owners do. On paper the signed sheet is kept.
create table linli.proposal_signature (
    community_id   bigint not null,
    proposal_no    int    not null,
    signature_no   int    not null check (signature_no > 0),
    home_no        int    not null,
    owner_no       int    not null,
    account        bigint,
    file_hash      text check (file_hash ~ '^[0-9a-f]{64}$'),
    file_type      text check (file_type in ('PDF', 'JPEG', 'PNG')),
    at             timestamptz not null,
    by_account     bigint not null,
    primary key (community_id, proposal_no, signature_no),
    foreign key (community_id, proposal_no) references linli.proposal (community_id, proposal_no),
    check ((account is null) = (file_hash is not null) and (file_hash is null) = (file_type is null))
);

create table linli.proposal_withdrawal (
    community_id   bigint not null,
    proposal_no    int    not null,
    signature_no   int    not null,
    cause          text   not null check (cause in ('OWN', 'CLAIM_FALSE')),
    at             timestamptz not null,
    primary key (community_id, proposal_no, signature_no),
    foreign key (community_id, proposal_no, signature_no)
        references linli.proposal_signature (community_id, proposal_no, signature_no)
);

-- Heads signed of heads in all, by the register of the day, after each act.
create table linli.proposal_count (
    community_id   bigint not null,
    proposal_no    int    not null,
    count_no       int    not null check (count_no > 0),
    signed         int    not null check (signed >= 0),
    heads          int    not null check (heads >= signed),
    counted_on     date   not null,
    at             timestamptz not null,
    primary key (community_id, proposal_no, count_no),
    foreign key (community_id, proposal_no) references linli.proposal (community_id, proposal_no)
);

-- The first count that reached a fifth, and the day by which the vote is to be called.
create table linli.proposal_reached (
    community_id   bigint not null,
    proposal_no    int    not null,
    count_no       int    not null,
    reached_on     date   not null,
    due_on         date   not null,
    primary key (community_id, proposal_no),
    foreign key (community_id, proposal_no, count_no) references linli.proposal_count (community_id, proposal_no, count_no)
);

create table linli.proposal_call (
    community_id   bigint not null,
    proposal_no    int    not null,
    vote_no        int    not null,
    at             timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, proposal_no),
    foreign key (community_id, proposal_no) references linli.proposal_reached (community_id, proposal_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- Taken down by the street before it was reached, such as for an unlawful text; it stays on record with the reason.
create table linli.proposal_end (
    community_id   bigint not null,
    proposal_no    int    not null,
    reason         text   not null check (reason <> ''),
    at             timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, proposal_no),
    foreign key (community_id, proposal_no) references linli.proposal (community_id, proposal_no)
);

grant select, insert on linli.proposal_end, linli.proposal, linli.proposal_signature, linli.proposal_withdrawal, linli.proposal_count,
    linli.proposal_reached, linli.proposal_call to ${app};
