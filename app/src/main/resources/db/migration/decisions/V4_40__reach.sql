-- Reaching every owner of a vote: delivery, reminders, paper, proxies, assisted voting. Community rows; nothing is edited.

-- How the ballot reached a home, with its evidence. A file is kept by the hash of its content.
create table linli.ballot_delivery (
    community_id   bigint not null,
    vote_no        int    not null,
    delivery_no    int    not null check (delivery_no > 0),
    home_no        int    not null,
    way            text   not null check (way in ('PHONE_READ', 'HANDED_OVER', 'POSTED', 'REGISTERED_MAIL')),
    on_day         date   not null,
    place          text   not null,
    file_hash      text,
    file_type      text,
    recorded_at    timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, delivery_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no),
    check ((file_hash is null) = (file_type is null)),
    check (way = 'PHONE_READ' or file_hash is not null)
);
create index ballot_delivery_home on linli.ballot_delivery (community_id, vote_no, home_no);

-- A delivery that was recorded in error stays in sight with the reason.
create table linli.ballot_delivery_void (
    community_id   bigint not null,
    vote_no        int    not null,
    delivery_no    int    not null,
    reason         text   not null check (reason <> ''),
    recorded_at    timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, delivery_no),
    foreign key (community_id, vote_no, delivery_no) references linli.ballot_delivery (community_id, vote_no, delivery_no)
);

-- Reminders: at most three an owner, which the key and the check hold against any number of senders.
create table linli.vote_reminder (
    community_id   bigint not null,
    vote_no        int    not null,
    owner_no       int    not null,
    reminder_no    int    not null check (reminder_no between 1 and 3),
    wording        text   not null check (wording in ('OPEN', 'HOW', 'CLOSES')),
    sent_at        timestamptz not null,
    sent_on        date   not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, owner_no, reminder_no),
    unique (community_id, vote_no, owner_no, sent_on),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- Paper ballots. An entry has one at a time: issue n + 1 needs the voiding of issue n.
create table linli.paper_ballot (
    community_id   bigint not null,
    vote_no        int    not null,
    paper_no       int    not null check (paper_no > 0),
    serial         bytea  not null check (octet_length(serial) = 16),
    entry_id       bytea  not null,
    issue_no       int    not null check (issue_no > 0),
    home_no        int    not null,
    issued_at      timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, paper_no),
    unique (community_id, vote_no, serial),
    unique (community_id, vote_no, entry_id, issue_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.paper_return (
    community_id   bigint not null,
    vote_no        int    not null,
    paper_no       int    not null,
    returned_at    timestamptz not null,
    collector      text   not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, paper_no),
    foreign key (community_id, vote_no, paper_no) references linli.paper_ballot (community_id, vote_no, paper_no)
);

create table linli.paper_void (
    community_id   bigint not null,
    vote_no        int    not null,
    paper_no       int    not null,
    reason         text   not null check (reason in ('LOST', 'DAMAGED', 'ISSUED_IN_ERROR', 'WITHDRAWN', 'VOTED_OTHERWISE',
                       'NOT_VALID', 'TOO_LATE')),
    note           text   not null,
    voided_at      timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, paper_no),
    foreign key (community_id, vote_no, paper_no) references linli.paper_ballot (community_id, vote_no, paper_no)
);

create table linli.paper_scan (
    community_id   bigint not null,
    vote_no        int    not null,
    paper_no       int    not null,
    scan_no        int    not null check (scan_no > 0),
    file_hash      text   not null,
    file_type      text   not null,
    scanned_at     timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, paper_no, scan_no),
    foreign key (community_id, vote_no, paper_no) references linli.paper_ballot (community_id, vote_no, paper_no)
);

-- Each look at a scan, so that owners of the area can count them.
create table linli.paper_scan_view (
    community_id   bigint not null,
    vote_no        int    not null,
    paper_no       int    not null,
    scan_no        int    not null,
    view_no        int    not null check (view_no > 0),
    viewed_at      timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, paper_no, scan_no, view_no),
    foreign key (community_id, vote_no, paper_no, scan_no)
        references linli.paper_scan (community_id, vote_no, paper_no, scan_no)
);

-- What two people read from the paper, each for himself; the third row is the street's look when they differ. Encrypted.
create table linli.paper_reading (
    community_id   bigint not null,
    vote_no        int    not null,
    paper_no       int    not null,
    reading_no     int    not null check (reading_no between 1 and 3),
    sealed         bytea  not null,
    reason         text   not null,
    read_at        timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, paper_no, reading_no),
    unique (community_id, vote_no, paper_no, by_account),
    foreign key (community_id, vote_no, paper_no) references linli.paper_ballot (community_id, vote_no, paper_no),
    check (reading_no < 3 or reason <> '')
);

-- Proxies 委托: one vote, one grantor, an instruction for each decision. The instructions are encrypted.
create table linli.proxy_grant (
    community_id   bigint not null,
    vote_no        int    not null,
    grant_no       int    not null check (grant_no > 0),
    entry_id       bytea  not null,
    owner_no       int    not null,
    home_no        int    not null,
    form           text   not null check (form in ('ONLINE', 'PAPER')),
    proxy_account  bigint not null,
    sealed         bytea  not null,
    file_hash      text,
    file_type      text,
    granted_at     timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, grant_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no),
    check ((form = 'PAPER') = (file_hash is not null))
);
create index proxy_grant_account on linli.proxy_grant (proxy_account);

create table linli.proxy_answer (
    community_id   bigint not null,
    vote_no        int    not null,
    grant_no       int    not null,
    accepted       boolean not null,
    at             timestamptz not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, grant_no),
    foreign key (community_id, vote_no, grant_no) references linli.proxy_grant (community_id, vote_no, grant_no)
);

create table linli.proxy_withdrawal (
    community_id   bigint not null,
    vote_no        int    not null,
    grant_no       int    not null,
    at             timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, grant_no),
    foreign key (community_id, vote_no, grant_no) references linli.proxy_grant (community_id, vote_no, grant_no)
);

-- Assisted voting 助老投票: a registered place with two named staff, or visits by two.
create table linli.voting_point (
    community_id   bigint not null,
    vote_no        int    not null,
    point_no       int    not null check (point_no > 0),
    kind           text   not null check (kind in ('POINT', 'HOME_VISIT')),
    place          text   not null check (place <> ''),
    hours          text   not null,
    first_account  bigint not null,
    first_name     text   not null,
    second_account bigint not null check (second_account <> first_account),
    second_name    text   not null,
    registered_at  timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, point_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.assisted_session (
    community_id   bigint not null,
    vote_no        int    not null,
    session_no     int    not null check (session_no > 0),
    point_no       int    not null,
    entry_id       bytea  not null,
    home_no        int    not null,
    owner_no       int    not null,
    identity_seen  text   not null check (identity_seen <> ''),
    opened_at      timestamptz not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, session_no),
    foreign key (community_id, vote_no, point_no) references linli.voting_point (community_id, vote_no, point_no)
);

-- What each of the two staff did: join, confirm, or stop with a reason.
create table linli.assisted_act (
    community_id   bigint not null,
    vote_no        int    not null,
    session_no     int    not null,
    act            text   not null check (act in ('JOINED', 'CHOSEN', 'SPOKEN', 'CONFIRMED', 'STOPPED')),
    reason         text   not null,
    at             timestamptz not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, session_no, act),
    foreign key (community_id, vote_no, session_no) references linli.assisted_session (community_id, vote_no, session_no)
);

-- The choice between the first and the second confirmation, encrypted; taken away once it is cast or stopped.
create table linli.assisted_draft (
    community_id   bigint not null,
    vote_no        int    not null,
    session_no     int    not null,
    sealed         bytea  not null,
    primary key (community_id, vote_no, session_no),
    foreign key (community_id, vote_no, session_no) references linli.assisted_session (community_id, vote_no, session_no)
);

grant select, insert on linli.ballot_delivery, linli.ballot_delivery_void, linli.vote_reminder, linli.paper_ballot,
    linli.paper_return, linli.paper_void, linli.paper_scan, linli.paper_scan_view, linli.paper_reading, linli.proxy_grant,
    linli.proxy_answer, linli.proxy_withdrawal, linli.voting_point, linli.assisted_session, linli.assisted_act to ${app};
grant select, insert, delete on linli.assisted_draft to ${app};
