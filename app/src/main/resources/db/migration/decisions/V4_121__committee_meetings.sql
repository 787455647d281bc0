-- Minutes of a committee's meetings. Insert-only: minutes that were wrong are voided with a reason and written again.
create table linli.committee_meeting (
    community_id   bigint not null,
    meeting_no     int    not null check (meeting_no > 0),
    committee_no   int    not null,
    agreed_size    int    not null check (agreed_size > 0),
    posted_on      date   not null,
    met_on         date   not null check (met_on >= posted_on),
    present        int[]  not null,
    at             timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, meeting_no)
);

create table linli.committee_topic (
    community_id   bigint not null,
    meeting_no     int    not null,
    topic_no       int    not null check (topic_no > 0),
    topic          text   not null check (topic <> ''),
    agreed         int    not null check (agreed >= 0),
    opposed        int    not null check (opposed >= 0),
    abstained      int    not null check (abstained >= 0),
    adopted        boolean not null,
    primary key (community_id, meeting_no, topic_no),
    foreign key (community_id, meeting_no) references linli.committee_meeting (community_id, meeting_no)
);

create table linli.committee_meeting_void (
    community_id   bigint not null,
    meeting_no     int    not null,
    reason         text   not null check (reason <> ''),
    at             timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, meeting_no),
    foreign key (community_id, meeting_no) references linli.committee_meeting (community_id, meeting_no)
);

grant select, insert on linli.committee_meeting, linli.committee_topic, linli.committee_meeting_void to ${app};
