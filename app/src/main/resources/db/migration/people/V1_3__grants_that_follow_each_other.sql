-- The same grant may be given again for the days after it ends; on one day an account holds it once.
create extension if not exists btree_gist with schema public;
drop index platform.account_grant_live;
alter table platform.account_grant add constraint account_grant_once_a_day
    exclude using gist (account with =, role with =, scope_key with =, daterange(valid_from, valid_to, '[]') with &&)
    where (ended_at is null);
