-- What the files of buildings and homes still lacked (domain reference g.4). Who pays the fees is a person's name and the fund account is
-- that person's: both are encrypted.
alter table linli.building
    add column structure text check (structure in ('BRICK', 'FRAME', 'SHEAR_WALL', 'STEEL', 'OTHER')),
    add column in_fund   boolean;
alter table linli.home
    add column fee_payer    bytea,
    add column fund_account bytea;
