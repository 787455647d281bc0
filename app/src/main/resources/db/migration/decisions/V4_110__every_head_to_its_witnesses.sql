-- Street and committee are sent every public head as it is made, so a row stands for a head, no longer for an occasion.
delete from linli.head_witness a using linli.head_witness b
 where b.community_id = a.community_id and b.vote_no = a.vote_no and b.size = a.size
   and (b.told_at, b.occasion) < (a.told_at, a.occasion);
drop index linli.head_witness_once;
alter table linli.head_witness
    drop constraint head_witness_pkey,
    drop column occasion,
    drop column told_on,
    add primary key (community_id, vote_no, size);
