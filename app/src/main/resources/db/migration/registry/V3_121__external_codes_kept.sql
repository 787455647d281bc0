-- A number of another system that was wrong is taken out with a reason and stays in the history; it may be given again later.
alter table linli.community_external_code
    add column recorded_by    text not null default '—',
    add column superseded_at  timestamptz,
    add column superseded_by  text,
    add column removal_reason text,
    add check ((superseded_at is null) = (superseded_by is null)),
    add check ((superseded_at is null) = (removal_reason is null));
alter table linli.community_external_code alter column recorded_by drop default;
alter table linli.community_external_code drop constraint community_external_code_pkey;
alter table linli.community_external_code add primary key (community_id, system, code, recorded_at);
create unique index community_external_code_now on linli.community_external_code (community_id, system, code)
    where superseded_at is null;
revoke delete on linli.community_external_code from ${app};
grant update (superseded_at, superseded_by, removal_reason) on linli.community_external_code to ${app};
