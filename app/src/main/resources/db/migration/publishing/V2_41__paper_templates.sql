-- Templates of official papers 公文模板 that the city put in place of the ones Linli brings. file_hash null: back to Linli's own.
create table platform.paper_template (
    paper        text not null,
    version_no   int  not null check (version_no > 0),
    file_hash    text check (file_hash ~ '^[0-9a-f]{64}$'),
    note         text not null,
    added_at     timestamptz not null,
    by_name      text not null,
    by_account   bigint not null,
    primary key (paper, version_no)
);

-- Which version a paper was made with; version 0 is Linli's own. One row a paper, matter and day.
create table platform.paper_use (
    paper        text not null,
    version_no   int  not null check (version_no >= 0),
    about        text not null,
    used_on      date not null,
    used_at      timestamptz not null,
    primary key (paper, about, used_on, version_no)
);
grant select, insert on platform.paper_template, platform.paper_use to ${app};
