-- A city may ask for a fifth of the area beside a fifth of the heads, so that each count keeps both. Counts made before held heads alone.
alter table linli.proposal_count
    add column signed_area_dm2 bigint not null default 0 check (signed_area_dm2 >= 0),
    add column area_dm2 bigint not null default 0,
    add check (area_dm2 >= signed_area_dm2);
