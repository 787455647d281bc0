-- A device that was registered by mistake: it never stood there, so that all its ballots are those of an unregistered device again.
create table linli.voting_device_withdrawal (
    community_id   bigint not null,
    vote_no        int    not null,
    device         bytea  not null,
    withdrawn_at   timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, device),
    foreign key (community_id, vote_no, device) references linli.voting_device (community_id, vote_no, device)
);

grant select, insert on linli.voting_device_withdrawal to ${app};
