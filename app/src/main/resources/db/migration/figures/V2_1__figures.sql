-- Reference: what a figure should reach, and what was once published of it elsewhere.

create table linli.figure_target (
    figure       text not null,
    division     text not null references linli.division (code),
    year         int  not null check (year between 2000 and 2200),
    basis_points int  not null check (basis_points between 0 and 10000),
    set_at       timestamptz not null,
    set_by       text not null,
    primary key (figure, division, year)
);
grant select, insert, update, delete on linli.figure_target to ${app};

-- A value as somebody else published it, word for word. It is compared with, never computed from.
create table linli.published_figure (
    figure       text not null,
    division     text not null references linli.division (code),
    as_of        date not null,
    published_on date not null,
    source       text not null,
    value_text   text not null,
    numerator    bigint,
    denominator  bigint,
    primary key (figure, division, as_of, source)
);
grant select, insert on linli.published_figure to ${app};
