-- Owners' decisions: community rows throughout. Everything a court may ask for is insert-only: a later act is a row of its own.

-- A vote 一次表决: one notice, window, ledger record and bundle. Its ledger record has the vote's number.
create table linli.vote (
    community_id   bigint not null references linli.community (community_id),
    vote_no        int    not null check (vote_no > 0),
    vote_key       bytea  not null check (octet_length(vote_key) = 16),
    rule_pack      text   not null,
    initiator      text   not null check (initiator in ('PREP_GROUP', 'COMMITTEE', 'PMC', 'STREET_ORDERED')),
    rehearsal      boolean not null,
    batch_no       bigint,
    created_at     timestamptz not null,
    created_by     text   not null,
    created_account bigint,
    primary key (community_id, vote_no)
);

-- The whole draft as somebody saved it; the last version holds. After the notice only the window may move.
create table linli.vote_version (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null check (version_no > 0),
    cause          text   not null check (cause in ('DRAFT', 'EXTENSION', 'OUTAGE')),
    title          text   not null check (title <> ''),
    body           text   not null,
    notice_on      date   not null,
    opens_on       date   not null,
    last_day       date   not null check (last_day >= opens_on),
    parking        text   not null check (parking in ('IN', 'OUT')),
    owner_sets     text   not null check (owner_sets in ('SAME_SET', 'COMMON_OWNER')),
    blanks         text   not null check (blanks in ('ABSTAIN', 'NOT_PARTICIPATED')),
    blanks_clause  text,
    deemed_policy  text   not null check (deemed_policy in ('NONE', 'DELIVERED_AS_PARTICIPATED_ABSTAIN', 'DELIVERED_WITH_MAJORITY')),
    deemed_clause  text,
    reduces_even   boolean not null,
    alternates     boolean not null,
    proxy_discretion boolean not null,
    paper_address  text   not null,
    reason         text   not null,
    recorded_at    timestamptz not null,
    recorded_by    text   not null,
    primary key (community_id, vote_no, version_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no),
    check (blanks = 'ABSTAIN' or blanks_clause is not null)
);

-- A decision 议题 of a version. buildings is null for the whole area.
create table linli.vote_item (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    decision_no    int    not null check (decision_no > 0),
    roll_no        int    not null check (roll_no > 0),
    matter         text   not null,
    kind           text   not null check (kind in ('YES_NO', 'CHOICE', 'ELECTION')),
    wording        text   not null check (wording <> ''),
    explanation    text   not null,
    seats          int    not null check (seats >= 1),
    by_election    boolean not null,
    buildings      int[],
    primary key (community_id, vote_no, version_no, decision_no),
    foreign key (community_id, vote_no, version_no) references linli.vote_version (community_id, vote_no, version_no),
    check (kind = 'ELECTION' or seats = 1)
);

-- Options of a CHOICE, candidates of an ELECTION, in the order of the ballot.
create table linli.vote_option (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    decision_no    int    not null,
    option_no      int    not null check (option_no > 0),
    label          text   not null check (label <> ''),
    detail         text   not null,
    company_code   text,
    owner_no       int,
    source         text   not null default '',
    primary key (community_id, vote_no, version_no, decision_no, option_no),
    foreign key (community_id, vote_no, version_no, decision_no)
        references linli.vote_item (community_id, vote_no, version_no, decision_no)
);

create table linli.vote_annex (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    decision_no    int    not null,
    annex_no       int    not null,
    kind           text   not null,
    file_name      text   not null,
    file_hash      text   not null,
    primary key (community_id, vote_no, version_no, decision_no, annex_no),
    foreign key (community_id, vote_no, version_no, decision_no)
        references linli.vote_item (community_id, vote_no, version_no, decision_no)
);

-- Status: a row for each step. day is the legal day of the step.
create table linli.vote_state (
    community_id   bigint not null,
    vote_no        int    not null,
    state_no       int    not null check (state_no > 0),
    state          text   not null check (state in ('DRAFT', 'REVIEW', 'NOTICED', 'OPEN', 'CLOSED', 'PRELIMINARY',
                       'OBJECTION', 'FINAL', 'FILED', 'CANCELLED', 'INVALIDATED', 'REVOKED')),
    day            date   not null,
    at             timestamptz not null,
    by_name        text   not null,
    by_account     bigint,
    reason         text   not null,
    primary key (community_id, vote_no, state_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- The secret of a vote and the key of its choices, wrapped by a key in LINLI_HOME. Never logged, never in a bundle.
create table linli.vote_secret (
    community_id   bigint not null,
    vote_no        int    not null,
    wrapped        bytea  not null,
    primary key (community_id, vote_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- The roll as frozen and after each ruled challenge; the last version before the opening holds.
create table linli.roll_version (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null check (version_no > 0),
    cause          text   not null check (cause in ('FREEZE', 'CHALLENGE')),
    record_day     date   not null,
    frozen_at      timestamptz not null,
    reason         text   not null,
    primary key (community_id, vote_no, version_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.roll_root (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    roll_no        int    not null,
    heads          int    not null check (heads > 0),
    area_dm2       bigint not null check (area_dm2 > 0),
    root           bytea  not null,
    buildings      int[],
    primary key (community_id, vote_no, version_no, roll_no),
    foreign key (community_id, vote_no, version_no) references linli.roll_version (community_id, vote_no, version_no)
);

-- One person of the headcount, under an identifier made for this vote alone.
create table linli.roll_entry (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    entry_id       bytea  not null check (octet_length(entry_id) = 16),
    developer      boolean not null,
    owners         int[]  not null,
    primary key (community_id, vote_no, version_no, entry_id),
    foreign key (community_id, vote_no, version_no) references linli.roll_version (community_id, vote_no, version_no)
);

-- What the entry weighs on one of the vote's rolls.
create table linli.roll_weight (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    roll_no        int    not null,
    entry_id       bytea  not null,
    area_dm2       bigint not null check (area_dm2 >= 0),
    commitment     bytea  not null,
    primary key (community_id, vote_no, version_no, roll_no, entry_id),
    foreign key (community_id, vote_no, version_no, entry_id)
        references linli.roll_entry (community_id, vote_no, version_no, entry_id)
);

-- The exclusive parts of an entry, for owners of the area who look for strangers on the roll.
create table linli.roll_part (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    home_no        int    not null,
    entry_id       bytea  not null,
    building_no    int    not null,
    building       text   not null,
    unit           text   not null,
    room           text   not null,
    kind           text   not null check (kind in ('HOUSE', 'PARKING', 'STALL')),
    area_dm2       bigint not null check (area_dm2 >= 0),
    area_source    text,
    primary key (community_id, vote_no, version_no, home_no),
    foreign key (community_id, vote_no, version_no, entry_id)
        references linli.roll_entry (community_id, vote_no, version_no, entry_id)
);
create index roll_part_entry on linli.roll_part (community_id, vote_no, version_no, entry_id);
create index roll_part_home on linli.roll_part (community_id, home_no);

create table linli.roll_challenge (
    community_id   bigint not null,
    vote_no        int    not null,
    challenge_no   int    not null,
    entry_id       bytea,
    home_no        int,
    text           bytea  not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, challenge_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.roll_ruling (
    community_id   bigint not null,
    vote_no        int    not null,
    challenge_no   int    not null,
    upheld         boolean not null,
    reason         text   not null,
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, challenge_no),
    foreign key (community_id, vote_no, challenge_no) references linli.roll_challenge (community_id, vote_no, challenge_no)
);

-- Ballots. Attempt 1 is open to all; attempt n + 1 needs the annulment of attempt n. The choice is sealed with the vote's key.
create table linli.ballot (
    community_id   bigint not null,
    vote_no        int    not null,
    entry_id       bytea  not null,
    attempt        int    not null check (attempt > 0),
    leaf_no        bigint not null,
    sealed_choice  bytea  not null,
    channel        text   not null check (channel in ('PHONE', 'PAPER', 'ASSISTED', 'PROXY')),
    home_no        int,
    owner_no       int,
    cast_account   bigint,
    device         bytea,
    serial         bytea,
    session_no     int,
    received_at    timestamptz not null,
    primary key (community_id, vote_no, entry_id, attempt),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no),
    foreign key (community_id, vote_no, leaf_no) references linli.ledger_leaf (community_id, record_no, leaf_no)
);
create unique index ballot_leaf on linli.ballot (community_id, vote_no, leaf_no);

-- "It was not me 不是我", or a co-owner's objection: the ballot is contested until a ruling.
create table linli.ballot_denial (
    community_id   bigint not null,
    vote_no        int    not null,
    denial_no      int    not null,
    entry_id       bytea  not null,
    attempt        int    not null,
    kind           text   not null check (kind in ('NOT_ME', 'CO_OWNER')),
    place          text   not null check (place in ('ONLINE', 'COUNTER')),
    text           bytea  not null,
    by_account     bigint,
    by_name        text   not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, denial_no),
    foreign key (community_id, vote_no, entry_id, attempt) references linli.ballot (community_id, vote_no, entry_id, attempt)
);

create table linli.ballot_ruling (
    community_id   bigint not null,
    vote_no        int    not null,
    denial_no      int    not null,
    annulled       boolean not null,
    reason         text   not null,
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, denial_no),
    foreign key (community_id, vote_no, denial_no) references linli.ballot_denial (community_id, vote_no, denial_no)
);

-- An attempt that no longer counts, with its leaf. One row an attempt, whatever number of denials led to it.
create table linli.ballot_annulment (
    community_id   bigint not null,
    vote_no        int    not null,
    entry_id       bytea  not null,
    attempt        int    not null,
    denial_no      int    not null,
    leaf_no        bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, entry_id, attempt),
    foreign key (community_id, vote_no, entry_id, attempt) references linli.ballot (community_id, vote_no, entry_id, attempt),
    foreign key (community_id, vote_no, denial_no) references linli.ballot_ruling (community_id, vote_no, denial_no)
);

-- A count: the preliminary one, and one more when a ruling changed what counts. result is canonical JSON, digest its SHA-256.
create table linli.vote_count (
    community_id   bigint not null,
    vote_no        int    not null,
    count_no       int    not null,
    cause          text   not null check (cause in ('PRELIMINARY', 'RULING', 'LOT')),
    counted_at     timestamptz not null,
    counted_by     text   not null,
    result         jsonb  not null,
    digest         bytea  not null,
    primary key (community_id, vote_no, count_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- One row a decision and count, for lists and figures; decision titles are public.
create table linli.decision_outcome (
    community_id   bigint not null,
    vote_no        int    not null,
    count_no       int    not null,
    decision_no    int    not null,
    matter         text   not null,
    decision_class text   not null check (decision_class in ('ORDINARY', 'SPECIAL')),
    kind           text   not null,
    outcome        text   not null check (outcome in ('PASSED', 'REJECTED', 'NO_VALID_DECISION')),
    total_area_dm2 bigint not null,
    total_heads    int    not null,
    voted_area_dm2 bigint not null,
    voted_heads    int    not null,
    agreed_area_dm2 bigint not null,
    agreed_heads   int    not null,
    primary key (community_id, vote_no, count_no, decision_no),
    foreign key (community_id, vote_no, count_no) references linli.vote_count (community_id, vote_no, count_no),
    check (agreed_area_dm2 <= voted_area_dm2 and voted_area_dm2 <= total_area_dm2),
    check (agreed_heads <= voted_heads and voted_heads <= total_heads)
);

-- Who saw the count: two staff of street or neighbourhood, or an owner who is no member of the committee, beside a street.
create table linli.count_witness (
    community_id   bigint not null,
    vote_no        int    not null,
    count_no       int    not null,
    witness_no     int    not null,
    capacity       text   not null check (capacity in ('STREET', 'NEIGHBOURHOOD', 'OWNER')),
    name           text   not null,
    by_account     bigint not null,
    signed_at      timestamptz not null,
    primary key (community_id, vote_no, count_no, witness_no),
    unique (community_id, vote_no, count_no, by_account),
    foreign key (community_id, vote_no, count_no) references linli.vote_count (community_id, vote_no, count_no)
);

create table linli.vote_objection (
    community_id   bigint not null,
    vote_no        int    not null,
    objection_no   int    not null,
    decision_no    int,
    text           bytea  not null,
    public_summary text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, objection_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.vote_objection_ruling (
    community_id   bigint not null,
    vote_no        int    not null,
    objection_no   int    not null,
    upheld         boolean not null,
    reason         text   not null,
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, objection_no),
    foreign key (community_id, vote_no, objection_no)
        references linli.vote_objection (community_id, vote_no, objection_no)
);

-- What follows a decision, with its day and whose it is. Done is a row of its own.
create table linli.decision_duty (
    community_id   bigint not null,
    vote_no        int    not null,
    duty_no        int    not null,
    decision_no    int    not null,
    kind           text   not null,
    role           text   not null,
    due_on         date   not null,
    source         text   not null,
    opened_at      timestamptz not null,
    primary key (community_id, vote_no, duty_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

create table linli.decision_duty_done (
    community_id   bigint not null,
    vote_no        int    not null,
    duty_no        int    not null,
    done_on        date   not null,
    void           boolean not null default false,
    evidence       text   not null,
    file_hash      text,
    by_name        text   not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, duty_no),
    foreign key (community_id, vote_no, duty_no) references linli.decision_duty (community_id, vote_no, duty_no)
);

-- The beat of a vote's server: a gap inside a window is an outage (domain a.10).
create table platform.heartbeat (
    beat_at timestamptz primary key
);
grant select, insert, delete on platform.heartbeat to ${app};

grant select, insert on linli.vote, linli.vote_version, linli.vote_item, linli.vote_option, linli.vote_annex, linli.vote_state,
    linli.vote_secret, linli.roll_version, linli.roll_root, linli.roll_entry, linli.roll_weight, linli.roll_part,
    linli.roll_challenge, linli.roll_ruling, linli.ballot, linli.ballot_denial, linli.ballot_ruling, linli.ballot_annulment,
    linli.vote_count, linli.decision_outcome, linli.count_witness, linli.vote_objection, linli.vote_objection_ruling,
    linli.decision_duty, linli.decision_duty_done to ${app};
