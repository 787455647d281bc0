-- A company that comes in beside its communities may not be filed yet: no day of filing is better than one made up.
alter table linli.company_version alter column filed_on drop not null;

-- How many rows a finding stands for: blank cells of neighbouring rows are kept as one.
alter table platform.import_problem add column times int not null default 1 check (times > 0);
