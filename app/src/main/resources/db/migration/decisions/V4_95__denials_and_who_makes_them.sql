-- Said at the counter, a denial names the owner who makes it and keeps what that owner signed; by_account is who took it. A claim that
-- the street ruled false opens one by itself. A co-owner's objection that nobody settled is ruled on by the close, without an account.
alter table linli.ballot_denial add column owner_no int;
alter table linli.ballot_denial add column file_hash text check (file_hash ~ '^[0-9a-f]{64}$');
alter table linli.ballot_denial add column file_type text check (file_type in ('PDF', 'JPEG', 'PNG'));
alter table linli.ballot_denial drop constraint ballot_denial_place_check;
alter table linli.ballot_denial add constraint ballot_denial_place_check check (place in ('ONLINE', 'COUNTER', 'CLAIM'));
-- Those taken before were signed on paper that stayed at the counter.
alter table linli.ballot_denial add constraint ballot_denial_counter_signed
    check (place <> 'COUNTER' or owner_no is not null and file_hash is not null and file_type is not null) not valid;
alter table linli.ballot_ruling alter column by_account drop not null;
