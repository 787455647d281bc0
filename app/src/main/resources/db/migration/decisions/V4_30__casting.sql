-- How far owners have been told of ballots cast for their homes.
create table linli.ballot_watch (
    community_id bigint not null,
    vote_no      int    not null,
    told_leaf    bigint not null,
    primary key (community_id, vote_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);
grant select, insert, update on linli.ballot_watch to ${app};

-- What the ballot paper said of the place, as fixed by the record's OPEN leaf: names change later, the paper does not.
create table linli.vote_paper (
    community_id   bigint not null,
    vote_no        int    not null,
    community_name text   not null,
    division_code  text   not null,
    primary key (community_id, vote_no),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);
grant select, insert on linli.vote_paper to ${app};
