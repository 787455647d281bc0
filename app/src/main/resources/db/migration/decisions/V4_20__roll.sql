-- The register as it was read for a roll: from it every other reading of the roll can be made again, whatever is corrected later.
-- persons are owner numbers too: the smallest number of the same person, in the order of owners.
create table linli.roll_source (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    home_no        int    not null,
    building_no    int    not null,
    kind           text   not null check (kind in ('HOUSE', 'PARKING', 'STALL')),
    state          text   not null check (state in ('UNSOLD', 'SOLD_UNDELIVERED', 'DELIVERED')),
    owners         int[]  not null,
    persons        int[]  not null,
    area_dm2       bigint check (area_dm2 > 0),
    primary key (community_id, vote_no, version_no, home_no),
    foreign key (community_id, vote_no, version_no) references linli.roll_version (community_id, vote_no, version_no)
);

-- Pairs of persons of one name that nobody had resolved when the roll was made.
create table linli.roll_open_pair (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    person_a       int    not null,
    person_b       int    not null check (person_b > person_a),
    primary key (community_id, vote_no, version_no, person_a, person_b),
    foreign key (community_id, vote_no, version_no) references linli.roll_version (community_id, vote_no, version_no)
);

-- The developer's number among the persons, null when the register knows none.
alter table linli.roll_version add column developer_person int;

-- Whether two rows of the register are one person: the last ruling holds, for this vote and later ones.
create table linli.owner_pair (
    community_id   bigint not null references linli.community (community_id),
    owner_a        int    not null,
    owner_b        int    not null check (owner_b > owner_a),
    ruling_no      int    not null check (ruling_no > 0),
    same           boolean not null,
    reason         text   not null check (reason <> ''),
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, owner_a, owner_b, ruling_no)
);

-- The organiser's statement why the roll may be frozen although something is unknown of these homes.
create table linli.roll_gap_acceptance (
    community_id   bigint not null,
    vote_no        int    not null,
    acceptance_no  int    not null check (acceptance_no > 0),
    homes          int[]  not null check (cardinality(homes) > 0),
    reason         text   not null check (reason <> ''),
    by_name        text   not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, acceptance_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);

-- Which leaf of the record announced a roll's root.
create table linli.roll_leaf (
    community_id   bigint not null,
    vote_no        int    not null,
    version_no     int    not null,
    roll_no        int    not null,
    at             timestamptz not null,
    primary key (community_id, vote_no, version_no, roll_no),
    foreign key (community_id, vote_no, version_no, roll_no)
        references linli.roll_root (community_id, vote_no, version_no, roll_no)
);

-- The clock of votes looks for the few that wait for a day.
create index vote_state_waiting on linli.vote_state (state) where state in ('NOTICED', 'OPEN');

grant select, insert on linli.roll_source, linli.roll_open_pair, linli.owner_pair, linli.roll_gap_acceptance, linli.roll_leaf to ${app};

-- A time in which no node of Linli was up, found by the first beat after it.
create table platform.outage (
    from_at timestamptz primary key,
    to_at   timestamptz not null check (to_at > from_at)
);
grant select, insert on platform.outage to ${app};
