-- Why the registration was a mistake; nobody was asked before.
alter table linli.voting_device_withdrawal add column reason text not null default '';
alter table linli.voting_device_withdrawal alter column reason drop default;
