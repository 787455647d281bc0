-- Where a community lies and what it is called, as known now: what features say of a community without reading its file.
create or replace view linli.community_place as
    select distinct on (community_id) community_id, division_code, name
    from linli.community_version
    where superseded_at is null
    order by community_id, valid_from desc;
