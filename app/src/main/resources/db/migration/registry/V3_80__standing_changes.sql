-- What may change for whom somebody votes, noted by the database itself, so that no writer can forget it: which transaction touched the
-- homes, owners, claims or links of which community. Whoever learned something under an earlier snapshot asks whether it still holds.

create table linli.standing_change (
    community_id bigint not null,
    changed_in   xid8   not null default pg_current_xact_id(),
    primary key (community_id, changed_in)
);

create function linli.note_standing_change() returns trigger language plpgsql as $$
begin
    insert into linli.standing_change (community_id) select distinct community_id from changed on conflict do nothing;
    return null;
end
$$;

do $$
declare
    watched text;
begin
    foreach watched in array array['home', 'ownership', 'ownership_claim_act', 'owner_link_act', 'designation', 'designation_word'] loop
        execute format('create trigger standing_changes_on_insert after insert on linli.%I referencing new table as changed'
            ' for each statement execute function linli.note_standing_change()', watched);
        execute format('create trigger standing_changes_on_update after update on linli.%I referencing new table as changed'
            ' for each statement execute function linli.note_standing_change()', watched);
        execute format('create trigger standing_changes_on_delete after delete on linli.%I referencing old table as changed'
            ' for each statement execute function linli.note_standing_change()', watched);
    end loop;
end
$$;

grant select, insert on linli.standing_change to ${app};
