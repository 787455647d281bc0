-- The documents behind engagements, by the hash of their content. Only ever added to.
create table linli.engagement_file (
    community_id  bigint not null references linli.community (community_id),
    engagement_no int  not null,
    file_no       int  not null check (file_no > 0),
    title         text not null check (title <> ''),
    type          text not null check (type in ('PDF', 'JPEG', 'PNG')),
    file_hash     text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    bytes         bigint not null check (bytes > 0),
    added_at      timestamptz not null,
    added_by      text not null,
    primary key (community_id, engagement_no, file_no)
);
grant select, insert on linli.engagement_file to ${app};
