-- Who lives in or uses a home without owning it (domain reference g.4): no vote hangs on it. Names and phones are encrypted.
create table linli.occupant (
    community_id  bigint not null references linli.community (community_id),
    home_no       int  not null,
    occupant_no   int  not null check (occupant_no > 0),
    version_no    int  not null,
    occupant_kind text not null check (occupant_kind in ('TENANT', 'FAMILY', 'BUSINESS', 'OTHER')),
    name          bytea not null,
    phone         bytea,
    valid_from    date not null,
    valid_to      date,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    recorded_by   text not null,
    act           text not null check (act in ('CHANGE', 'CORRECTION', 'IMPORT')),
    reason        text not null,
    primary key (community_id, home_no, occupant_no, version_no),
    check (valid_to is null or valid_to > valid_from)
);
grant select, insert, update on linli.occupant to ${app};

-- What an owner agreed to, when and how, and when it was withdrawn (Personal Information Protection Law art. 13 to 15). Only ever added to.
create table linli.owner_consent (
    community_id bigint not null references linli.community (community_id),
    owner_no     int  not null,
    consent_no   int  not null check (consent_no > 0),
    purpose      text not null check (purpose in ('ELECTRONIC_VOTE', 'MESSAGES', 'CONTACT_OPEN', 'OTHER')),
    how          text not null check (how in ('PAPER', 'ONLINE', 'IN_PERSON')),
    note         text,
    given_on     date not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (community_id, owner_no, consent_no)
);
grant select, insert on linli.owner_consent to ${app};

create table linli.owner_consent_withdrawal (
    community_id bigint not null,
    owner_no     int  not null,
    consent_no   int  not null,
    how          text not null check (how in ('PAPER', 'ONLINE', 'IN_PERSON')),
    withdrawn_on date not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (community_id, owner_no, consent_no),
    foreign key (community_id, owner_no, consent_no) references linli.owner_consent (community_id, owner_no, consent_no)
);
grant select, insert on linli.owner_consent_withdrawal to ${app};
