-- Which heads the committee and the street were sent, so that each occasion is told once.
create table linli.head_witness (
    community_id bigint not null,
    vote_no      int    not null,
    told_on      date   not null,
    occasion     text   not null check (occasion in ('OPEN', 'DAILY', 'CLOSE')),
    size         bigint not null check (size > 0),
    told_at      timestamptz not null,
    accounts     int    not null check (accounts >= 0),
    primary key (community_id, vote_no, told_on, occasion),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);
create unique index head_witness_once on linli.head_witness (community_id, vote_no, occasion) where occasion <> 'DAILY';
grant select, insert on linli.head_witness to ${app};
