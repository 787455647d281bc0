-- What a document of an engagement shows. Those handed in before were the signed contract or an amendment: the page asked
-- for nothing else.
alter table linli.engagement_file add column kind text not null default 'CONTRACT' check (kind in ('CONTRACT', 'EXIT'));
alter table linli.engagement_file alter column kind drop default;
