-- A result becomes final only while it does not hang on contested ballots. A denial that nobody ruled on by then ends with a row that
-- decides nothing; its ballot stays counted among the contested ones.
alter table linli.ballot_ruling add column undecided boolean not null default false;
alter table linli.ballot_ruling add constraint ballot_ruling_undecided check (not (undecided and annulled));

insert into linli.ballot_ruling (community_id, vote_no, denial_no, annulled, undecided, reason, by_name, at)
select d.community_id, d.vote_no, d.denial_no, false, true, '结果已经终局且不取决于该票，未作裁定；可以依法向人民法院起诉。', 'Linli', now()
from linli.ballot_denial d
where not exists (select 1 from linli.ballot_ruling r
                   where r.community_id = d.community_id and r.vote_no = d.vote_no and r.denial_no = d.denial_no)
  and (select s.state from linli.vote_state s
        where s.community_id = d.community_id and s.vote_no = d.vote_no
        order by s.state_no desc limit 1) in ('FINAL', 'FILED');
