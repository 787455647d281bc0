-- Notices 公示: what hangs for everybody to read, and the photos that show it did. Community rows; nothing is edited.
-- community_id 0: the notice is for every community of its division.
create table linli.notice (
    community_id   bigint not null check (community_id >= 0),
    notice_no      int    not null check (notice_no > 0),
    division_code  text   not null,
    place_name     text   not null check (place_name <> ''),
    kind           text   not null check (kind ~ '^[A-Z_]+$'),
    origin         text   check (origin <> ''),
    page           text   not null,
    subject        text   not null check (subject <> ''),
    body           text   not null check (body <> ''),
    open_contacts  text[] not null,
    from_on        date   not null,
    until_on       date   not null check (until_on >= from_on),
    posted_at      timestamptz not null,
    by_name        text   not null,
    by_account     bigint,
    primary key (community_id, notice_no),
    unique (community_id, origin)
);
create index notice_until on linli.notice (until_on);

-- A photo of the board, drawn anew so that it carries no place and no device.
create table linli.notice_photo (
    community_id   bigint not null,
    notice_no      int    not null,
    photo_no       int    not null check (photo_no > 0),
    place          text   not null check (place <> ''),
    on_day         date   not null,
    file_hash      text   not null check (file_hash ~ '^[0-9a-f]{64}$'),
    posted_at      timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, notice_no, photo_no),
    foreign key (community_id, notice_no) references linli.notice (community_id, notice_no)
);

-- Taken down before its last day: it stays in sight with the reason.
create table linli.notice_retraction (
    community_id   bigint not null,
    notice_no      int    not null,
    reason         text   not null check (reason <> ''),
    retracted_at   timestamptz not null,
    by_name        text   not null,
    by_account     bigint,
    primary key (community_id, notice_no),
    foreign key (community_id, notice_no) references linli.notice (community_id, notice_no)
);

-- Contacts of offices that may stand in public texts of a division. community_id is 0: they are nobody's.
create table linli.open_contact (
    community_id   bigint not null check (community_id = 0),
    contact_no     int    not null check (contact_no > 0),
    division_code  text   not null,
    contact        text   not null check (contact <> ''),
    label          text   not null check (label <> ''),
    added_at       timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, contact_no)
);
create table linli.open_contact_end (
    community_id   bigint not null,
    contact_no     int    not null,
    ended_at       timestamptz not null,
    by_name        text   not null,
    by_account     bigint not null,
    primary key (community_id, contact_no),
    foreign key (community_id, contact_no) references linli.open_contact (community_id, contact_no)
);

grant select, insert on linli.notice, linli.notice_photo, linli.notice_retraction, linli.open_contact, linli.open_contact_end
    to ${app};
