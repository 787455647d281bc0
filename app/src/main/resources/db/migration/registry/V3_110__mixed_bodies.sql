-- A management committee and a preparatory group are made of owners and others: each member stands for a side. A preparatory group is
-- a body of the community as the others are; what the law asks of it by a day is a row for each time it was done.
alter table linli.committee drop constraint committee_kind_check;
alter table linli.committee add constraint committee_kind_check check (kind in ('COMMITTEE', 'PMC', 'PREPARATORY_GROUP'));
alter table linli.committee_member add column side text check (side in
    ('OWNER', 'DEVELOPER', 'STREET', 'DEPARTMENT', 'POLICE', 'RESIDENTS_COMMITTEE', 'OTHER'));

create table linli.preparatory_step (
    community_id  bigint not null references linli.community (community_id),
    committee_no  int  not null,
    step          text not null check (step in ('LIST_POSTED', 'DEVELOPER_TOLD', 'DATA_HANDED_OVER')),
    version_no    int  not null check (version_no > 0),
    done_on       date not null,
    reason        text not null,
    recorded_at   timestamptz not null,
    recorded_by   text not null,
    primary key (community_id, committee_no, step, version_no)
);
grant select, insert on linli.preparatory_step to ${app};
