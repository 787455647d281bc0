-- A correction that somebody proposes who may not make it: a resident specialist of a community's file, an owner of the own name
-- or number. A proposal never changes; what the street says to it is one row of its own. Values, reasons and names are encrypted:
-- they may tell of a person.
create table linli.correction_suggestion (
    community_id  bigint not null references linli.community (community_id),
    suggestion_no int  not null check (suggestion_no > 0),
    subject       text not null check (subject in ('COMMUNITY', 'OWNER')),
    owner_no      int,
    held          bytea not null,
    proposed      bytea not null,
    reason        bytea not null,
    evidence      bytea not null,
    by_account    bigint not null,
    by_name       bytea not null,
    suggested_at  timestamptz not null,
    due_on        date not null,
    primary key (community_id, suggestion_no),
    check ((subject = 'OWNER') = (owner_no is not null))
);
create index correction_suggestion_account on linli.correction_suggestion (by_account);
grant select, insert on linli.correction_suggestion to ${app};

create table linli.correction_ruling (
    community_id  bigint not null,
    suggestion_no int  not null,
    accepted      boolean not null,
    reason        bytea not null,
    by_account    bigint not null,
    by_name       text not null,
    ruled_at      timestamptz not null,
    primary key (community_id, suggestion_no),
    foreign key (community_id, suggestion_no) references linli.correction_suggestion (community_id, suggestion_no)
);
grant select, insert on linli.correction_ruling to ${app};
