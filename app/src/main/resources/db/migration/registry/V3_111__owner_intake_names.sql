-- A keyed hash of each name in a sheet, so that one number under two names is found without opening the names.
alter table linli.owner_intake add column name_hash bytea;
