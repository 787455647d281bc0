-- A credit code that fails its check counts only once somebody has handed in a scan of the certificate and a second person, of the
-- department, has confirmed it (domain reference g.5). Only ever added to; the last act of a code says how it stands.
create table linli.company_code_act (
    company_code text not null references linli.company (company_code),
    act_no       int  not null check (act_no > 0),
    act          text not null check (act in ('SHOWN', 'CONFIRMED', 'REFUSED')),
    note         text not null check (note <> ''),
    type         text check (type in ('PDF', 'JPEG', 'PNG')),
    file_hash    text check (file_hash ~ '^[0-9a-f]{64}$'),
    account_id   bigint not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (company_code, act_no),
    check ((type is null) = (file_hash is null)),
    check (act = 'SHOWN' or file_hash is null)
);
grant select, insert on linli.company_code_act to ${app};

-- Codes that passed by a note alone wait for their certificate. Nobody's account is 0: anybody of the department may confirm them.
insert into linli.company_code_act (company_code, act_no, act, note, account_id, recorded_by, recorded_at)
select company_code, 1, 'SHOWN', override_note, 0, coalesce(override_by, '—'), created_at
from linli.company where not code_valid;
