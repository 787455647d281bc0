-- What happens to a draft before and after its notice. Insert-only, like everything about a vote.

-- The street or neighbourhood read a version: accepted, or returned with its reason.
create table linli.vote_review (
    community_id   bigint not null,
    vote_no        int    not null,
    review_no      int    not null check (review_no > 0),
    version_no     int    not null,
    accepted       boolean not null,
    reason         text   not null check (accepted or reason <> ''),
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, review_no),
    foreign key (community_id, vote_no, version_no) references linli.vote_version (community_id, vote_no, version_no)
);

-- The order by which a vote was invalidated or revoked.
create table linli.vote_order (
    community_id   bigint not null,
    vote_no        int    not null,
    order_no       int    not null check (order_no > 0),
    state          text   not null check (state in ('INVALIDATED', 'REVOKED')),
    authority      text   not null check (authority in ('STREET', 'COUNTY', 'COURT')),
    document_no    text   not null check (document_no <> ''),
    issued_on      date   not null,
    reason         text   not null check (reason <> ''),
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, order_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- Days on which owners may put candidates forward for a decision.
create table linli.nomination_window (
    community_id   bigint not null,
    vote_no        int    not null,
    decision_no    int    not null,
    window_no      int    not null check (window_no > 0),
    from_on        date   not null,
    to_on          date   not null check (to_on >= from_on),
    by_name        text   not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, decision_no, window_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- A person put forward. Names and papers are encrypted: they become public by the posting, with consent, and not before.
create table linli.nomination (
    community_id   bigint not null,
    vote_no        int    not null,
    nomination_no  int    not null check (nomination_no > 0),
    decision_no    int    not null,
    source         text   not null check (source in ('SELF', 'JOINT', 'NEIGHBOURHOOD', 'PARTY')),
    name           bytea  not null,
    room           bytea  not null,
    statement      bytea  not null,
    nominators     bytea  not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, nomination_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- What became of it: consent with its evidence, found eligible as an owner of the register, refused or withdrawn.
create table linli.nomination_act (
    community_id   bigint not null,
    vote_no        int    not null,
    nomination_no  int    not null,
    act_no         int    not null check (act_no > 0),
    act            text   not null check (act in ('CONSENTED', 'ELIGIBLE', 'REFUSED', 'WITHDRAWN')),
    owner_no       int,
    reason         bytea  not null,
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, nomination_no, act_no),
    foreign key (community_id, vote_no, nomination_no) references linli.nomination (community_id, vote_no, nomination_no),
    check (act <> 'ELIGIBLE' or owner_no is not null)
);

-- The list of candidates as posted; a changed list is posted again. The names are the options of the version.
create table linli.candidate_posting (
    community_id   bigint not null,
    vote_no        int    not null,
    decision_no    int    not null,
    posting_no     int    not null check (posting_no > 0),
    version_no     int    not null,
    posted_on      date   not null,
    hangs_to       date   not null check (hangs_to >= posted_on),
    reason         text   not null,
    by_name        text   not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, decision_no, posting_no),
    foreign key (community_id, vote_no, version_no) references linli.vote_version (community_id, vote_no, version_no)
);

-- Votes called with one draft text. Platform row: a batch spans communities.
create table platform.vote_batch (
    batch_no       bigint generated always as identity primary key,
    title          text   not null,
    created_at     timestamptz not null,
    created_by     text   not null
);

grant select, insert on linli.vote_review, linli.vote_order, linli.nomination_window, linli.nomination, linli.nomination_act,
    linli.candidate_posting, platform.vote_batch to ${app};
