-- How the delivery of a message goes on: tried so often, again not before, given up at.
alter table platform.outbox
    add column attempts int not null default 0,
    add column next_at timestamptz,
    add column failed_at timestamptz;
drop index platform.outbox_unsent;
create index outbox_unsent on platform.outbox (id) where sent_at is null and failed_at is null;
