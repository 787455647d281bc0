-- A candidate consents in person, signed in, or on a paper that is kept; and may decline.
alter table linli.nomination_act drop constraint nomination_act_act_check;
alter table linli.nomination_act add constraint nomination_act_act_check
    check (act in ('CONSENTED', 'DECLINED', 'ELIGIBLE', 'REFUSED', 'WITHDRAWN'));

-- The legal day of the act; and the kept paper of a consent, null for one that was given signed in.
alter table linli.nomination_act add column day date;
alter table linli.nomination_act add column file_hash text;
alter table linli.nomination_act add column media text;
update linli.nomination_act set day = (at at time zone 'Asia/Shanghai')::date;
alter table linli.nomination_act alter column day set not null;
alter table linli.nomination_act add constraint nomination_act_paper_check check ((file_hash is null) = (media is null));
