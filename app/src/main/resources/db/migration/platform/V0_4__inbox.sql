-- Messages inside Linli are read in Linli: how far an account has read, and which messages go on from each other.
alter table platform.outbox add column thread text check (thread ~ '^[a-z][a-z-]{1,30}:[0-9a-zA-Z-]{1,80}$');
comment on column platform.outbox.thread is 'What later messages about the same thing share; names it by id, never by words.';
update platform.outbox set sent_at = created_at where channel = 'IN_APP' and sent_at is null;

create table platform.inbox_mark (
    account bigint primary key,
    seen_id bigint not null,
    seen_at timestamptz not null
);
grant select, insert, update on platform.inbox_mark to ${app};
