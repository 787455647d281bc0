-- Public bundles as they were made: by the count they declare and the size of the record they hold.
create table linli.vote_bundle (
    community_id bigint not null,
    vote_no      int    not null,
    count_no     int    not null,
    size         bigint not null,
    file_hash    text   not null,
    made_at      timestamptz not null,
    primary key (community_id, vote_no, count_no, size),
    foreign key (community_id, vote_no, count_no) references linli.vote_count (community_id, vote_no, count_no)
);
grant select, insert on linli.vote_bundle to ${app};
