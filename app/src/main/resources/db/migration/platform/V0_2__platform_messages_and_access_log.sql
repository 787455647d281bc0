-- Messages to people. Recipient, subject and body are encrypted by the application; no key is in the database.
create table platform.outbox (
    id         bigint generated always as identity primary key,
    account    bigint,
    recipient  bytea,
    channel    text not null check (channel in ('SMS', 'MAIL', 'IN_APP')),
    subject    bytea not null,
    body       bytea not null,
    created_at timestamptz not null,
    sent_at    timestamptz,
    check (account is not null or recipient is not null)
);
create index outbox_account on platform.outbox (account, id) where account is not null;
create index outbox_unsent on platform.outbox (id) where sent_at is null;
grant select, insert, update on platform.outbox to ${app};
grant select, delete on platform.outbox to ${keeper};

-- Who did what when and why. Append-only: the application may insert and read, nothing else; it names things by id.
create table platform.access_log (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    account   bigint,
    grant_id  bigint,
    verb      text not null check (verb ~ '^[a-z][a-z.-]{1,59}$'),
    kind      text not null check (kind ~ '^[a-z][a-z.-]{1,59}$'),
    object_id text not null,
    reason    text not null,
    before_id text not null,
    after_id  text not null
);
create index access_log_at on platform.access_log (at, id);
create index access_log_account on platform.access_log (account, id);
create index access_log_object on platform.access_log (kind, object_id, id);
grant select, insert on platform.access_log to ${app};
