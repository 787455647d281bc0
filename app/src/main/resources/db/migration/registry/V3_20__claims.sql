-- Who of the accounts is which owner. An account is a bare number here: no key leads into schema platform.
--
-- A claim never changes; what becomes of it is a row of its own, written once.
create table linli.ownership_claim (
    community_id bigint not null references linli.community (community_id),
    claim_no     int  not null check (claim_no > 0),
    home_no      int  not null,
    account_id   bigint not null,
    assurance    text not null check (assurance in ('A', 'B', 'C', 'D')),
    claimed_name bytea not null,
    opened_at    timestamptz not null,
    primary key (community_id, claim_no)
);
create index ownership_claim_account on linli.ownership_claim (account_id);
create index ownership_claim_home on linli.ownership_claim (community_id, home_no);
grant select, insert on linli.ownership_claim to ${app};

-- owner_no: which owner of the register the claimant is, once that is known. by_account is null for what Linli does itself.
create table linli.ownership_claim_act (
    community_id bigint not null,
    claim_no     int  not null,
    act_no       int  not null check (act_no > 0),
    state        text not null check (state in ('SUBMITTED', 'SEEN', 'CONFIRMED', 'RETURNED', 'DISPUTED', 'ENDED')),
    owner_no     int,
    due_on       date,
    by_account   bigint,
    by_name      text not null,
    reason       bytea not null,
    at           timestamptz not null,
    primary key (community_id, claim_no, act_no),
    foreign key (community_id, claim_no) references linli.ownership_claim (community_id, claim_no),
    check (owner_no is not null or state in ('SUBMITTED', 'RETURNED', 'ENDED')),
    check ((due_on is not null) = (state in ('SUBMITTED', 'SEEN', 'DISPUTED')))
);
grant select, insert on linli.ownership_claim_act to ${app};

create view linli.ownership_claim_now as
    select c.community_id, c.claim_no, c.home_no, c.account_id, c.assurance, c.claimed_name, c.opened_at,
           a.act_no, a.state, a.owner_no, a.due_on, a.by_account, a.by_name, a.reason, a.at,
           (select min(x.at) from linli.ownership_claim_act x
             where x.community_id = c.community_id and x.claim_no = c.claim_no and x.state = 'CONFIRMED') confirmed_at,
           exists (select 1 from linli.ownership_claim_act x
             where x.community_id = c.community_id and x.claim_no = c.claim_no and x.state = 'DISPUTED') disputed
    from linli.ownership_claim c
    join linli.ownership_claim_act a on a.community_id = c.community_id and a.claim_no = c.claim_no
    where a.act_no = (select max(x.act_no) from linli.ownership_claim_act x
                       where x.community_id = c.community_id and x.claim_no = c.claim_no);
grant select on linli.ownership_claim_now to ${app};

-- The papers of a claim, by the hash of their content.
create table linli.ownership_claim_paper (
    community_id bigint not null,
    claim_no     int  not null,
    paper_no     int  not null check (paper_no > 0),
    type         text not null check (type in ('PDF', 'JPEG', 'PNG')),
    file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    bytes        bigint not null check (bytes > 0),
    primary key (community_id, claim_no, paper_no),
    foreign key (community_id, claim_no) references linli.ownership_claim (community_id, claim_no)
);
grant select, insert on linli.ownership_claim_paper to ${app};

-- Who was told of a confirmed claim, and the keyed hash of the word by which an owner without account may object.
create table linli.ownership_claim_notice (
    community_id bigint not null,
    claim_no     int  not null,
    notice_no    int  not null check (notice_no > 0),
    owner_no     int,
    account_id   bigint,
    sent         boolean not null,
    token_hash   bytea,
    told_at      timestamptz not null,
    primary key (community_id, claim_no, notice_no),
    foreign key (community_id, claim_no) references linli.ownership_claim (community_id, claim_no),
    check (owner_no is not null or account_id is not null)
);
grant select, insert on linli.ownership_claim_notice to ${app};

-- The letter with a code that hangs in no hallway but lies in one home's box. Only the newest of a home works.
create table linli.claim_letter (
    community_id bigint not null references linli.community (community_id),
    home_no      int  not null,
    letter_no    int  not null check (letter_no > 0),
    code_hash    bytea not null,
    issued_on    date not null,
    last_day     date not null,
    issued_by    bigint not null,
    attempts     int  not null default 0,
    used_at      timestamptz,
    primary key (community_id, home_no, letter_no)
);
grant select, insert, update on linli.claim_letter to ${app};

-- Somebody who acts or reads for an owner. A link never changes; what becomes of it is a row of its own.
create table linli.owner_link (
    community_id bigint not null references linli.community (community_id),
    link_no      int  not null check (link_no > 0),
    kind         text not null check (kind in ('GUARDIAN', 'REPRESENTATIVE', 'FAMILY_HELPER')),
    home_no      int  not null,
    account_id   bigint not null,
    owner_name   bytea not null,
    paper_type   text check (paper_type in ('PDF', 'JPEG', 'PNG')),
    paper_hash   text check (paper_hash ~ '^[0-9a-f]{64}$'),
    opened_at    timestamptz not null,
    primary key (community_id, link_no),
    check ((paper_hash is null) = (kind = 'FAMILY_HELPER')),
    check ((paper_hash is null) = (paper_type is null))
);
create index owner_link_account on linli.owner_link (account_id);
grant select, insert on linli.owner_link to ${app};

create table linli.owner_link_act (
    community_id bigint not null,
    link_no      int  not null,
    act_no       int  not null check (act_no > 0),
    state        text not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'ENDED')),
    owner_no     int,
    valid_from   date,
    valid_to     date,
    due_on       date,
    by_account   bigint,
    by_name      text not null,
    reason       bytea not null,
    at           timestamptz not null,
    primary key (community_id, link_no, act_no),
    foreign key (community_id, link_no) references linli.owner_link (community_id, link_no),
    check (state <> 'ACCEPTED' or (owner_no is not null and valid_from is not null)),
    check (valid_to is null or valid_to >= valid_from)
);
grant select, insert on linli.owner_link_act to ${app};

create view linli.owner_link_now as
    select l.community_id, l.link_no, l.kind, l.home_no, l.account_id, l.owner_name, l.paper_type, l.paper_hash, l.opened_at,
           a.act_no, a.state, a.owner_no, a.valid_from, a.valid_to, a.due_on, a.by_account, a.by_name, a.reason, a.at
    from linli.owner_link l
    join linli.owner_link_act a on a.community_id = l.community_id and a.link_no = l.link_no
    where a.act_no = (select max(x.act_no) from linli.owner_link_act x
                       where x.community_id = l.community_id and x.link_no = l.link_no);
grant select on linli.owner_link_now to ${app};

-- Which co-owner votes for a home (domain C6). owners: those who owned it together when they agreed; another set ends it.
create table linli.designation (
    community_id   bigint not null references linli.community (community_id),
    home_no        int  not null,
    designation_no int  not null check (designation_no > 0),
    owner_no       int  not null,
    owners         int[] not null check (owner_no = any(owners)),
    way            text not null check (way in ('ONLINE', 'AGREEMENT')),
    evidence       bytea not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, home_no, designation_no)
);
grant select, insert on linli.designation to ${app};

-- A co-owner's word on a designation; one refusal, also a later one, ends it.
create table linli.designation_word (
    community_id   bigint not null,
    home_no        int  not null,
    designation_no int  not null,
    word_no        int  not null check (word_no > 0),
    owner_no       int,
    agreed         boolean not null,
    by_account     bigint not null,
    at             timestamptz not null,
    primary key (community_id, home_no, designation_no, word_no),
    foreign key (community_id, home_no, designation_no) references linli.designation (community_id, home_no, designation_no)
);
grant select, insert on linli.designation_word to ${app};

-- Every try to match the register, counted before it is judged. It names an account and no person.
create table platform.claim_try (
    try_id  bigint generated by default as identity primary key,
    account bigint not null,
    target  bytea not null,
    at      timestamptz not null
);
create index claim_try_account on platform.claim_try (account, at);
create index claim_try_target on platform.claim_try (target, at);
grant select, insert, delete on platform.claim_try to ${app};
