-- The box asks for these two leaves at every commit; without an index of their own it would read every ballot's leaf.
create index ledger_leaf_ends on linli.ledger_leaf (community_id, record_no) where kind in ('OPEN', 'CLOSE');

-- Commitments and proofs are as good as random: to try and compress them is work for nothing.
alter table linli.ledger_leaf alter column content set storage external;
