-- Whoever owns a home is told of each ballot cast for it: found by the owner, not by reading all homes of the community.
create index ownership_claim_act_owner on linli.ownership_claim_act (community_id, owner_no) where owner_no is not null;
