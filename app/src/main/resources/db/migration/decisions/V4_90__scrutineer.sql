-- Owners chosen to take part in checks of paper ballots 监票业主: by whom and when. Nobody is taken off again; a vote is short.
create table linli.vote_scrutineer (
    community_id bigint not null,
    vote_no      int    not null,
    account      bigint not null,
    chosen_by    bigint not null,
    by_name      text   not null,
    by_role      text   not null check (by_role in ('STREET', 'COMMITTEE')),
    chosen_at    timestamptz not null,
    primary key (community_id, vote_no, account),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);
grant select, insert on linli.vote_scrutineer to ${app};
