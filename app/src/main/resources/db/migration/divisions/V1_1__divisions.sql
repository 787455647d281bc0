-- Reference: the division tree. A code is a prefix of all its descendants' codes.
create table linli.division (
    code   text collate "C" primary key check (code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
    name   text not null check (name <> ''),
    parent text collate "C" references linli.division (code) deferrable initially deferred,
    pinyin text not null,
    check (parent is null or code like parent || '%')
);
create index division_parent on linli.division (parent);
create index division_name on linli.division (name);
grant select, insert, update on linli.division to ${app};
