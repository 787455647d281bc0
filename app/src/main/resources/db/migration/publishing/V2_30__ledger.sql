-- The append-only record: community rows, insert and select only. A record is one vote's; publishing knows only its number.

create table linli.ledger_leaf (
    community_id bigint not null,
    record_no    int    not null,
    leaf_no      bigint not null check (leaf_no >= 0),
    kind         text   not null,
    content      bytea  not null,
    leaf_hash    bytea  not null,
    primary key (community_id, record_no, leaf_no)
);

-- One head per commit that touched the record: size, root, time and one signature over them.
create table linli.ledger_head (
    community_id bigint not null,
    record_no    int    not null,
    size         bigint not null check (size > 0),
    root         bytea  not null,
    made_at      timestamptz not null,
    signature    bytea  not null,
    primary key (community_id, record_no, size)
);

-- Heads that were made public: every fifteen minutes while something was added, and at the close.
create table linli.public_head (
    community_id bigint not null,
    record_no    int    not null,
    size         bigint not null,
    published_at timestamptz not null,
    primary key (community_id, record_no, size),
    foreign key (community_id, record_no, size) references linli.ledger_head (community_id, record_no, size)
);
create index public_head_at on linli.public_head (published_at);

grant select, insert on linli.ledger_leaf, linli.ledger_head, linli.public_head to ${app};
