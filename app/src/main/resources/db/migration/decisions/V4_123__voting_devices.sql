-- Devices that stand at a voting point, so that owners can vote there by themselves. Registered by one of the point's two staff, for
-- one vote; ballots that came before stay those of an unregistered device.
create table linli.voting_device (
    community_id   bigint not null,
    vote_no        int    not null,
    point_no       int    not null,
    device         bytea  not null check (octet_length(device) > 0),
    registered_at  timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, vote_no, device),
    foreign key (community_id, vote_no, point_no) references linli.voting_point (community_id, vote_no, point_no)
);

grant select, insert on linli.voting_device to ${app};
