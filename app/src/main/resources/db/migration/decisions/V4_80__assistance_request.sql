-- An owner asks to be helped to vote at home 助老投票. One wish a head; a visit, a paper or the ballot answers it.
create table linli.assistance_request (
    community_id   bigint not null,
    vote_no        int    not null,
    entry_id       bytea  not null check (octet_length(entry_id) = 16),
    home_no        int    not null,
    owner_no       int    not null,
    requested_at   timestamptz not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, entry_id),
    foreign key (community_id, vote_no) references linli.vote (community_id, vote_no)
);
grant select, insert on linli.assistance_request to ${app};

-- What was read on the phone is recorded once a home, whatever number of nodes saw it.
create unique index ballot_delivery_read on linli.ballot_delivery (community_id, vote_no, home_no) where way = 'PHONE_READ';
