package org.linli.registry.lists;

/**
 * What each list is made of on a day. All have the same first columns: community_id, name, pinyin, division_code, code, item_no, kind,
 * state, ends_on, also (what else the search looks in), alone.
 */
final class ListStatements {

    private static final String COMMUNITY = """
            v.community_id, v.name, v.pinyin, v.division_code, k.code
            """;
    private static final String JOIN = """
            join linli.community_version v on v.community_id = x.community_id and v.superseded_at is null
                 and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
            join linli.community k on k.community_id = v.community_id
            """;

    /** Who serves today: one row a community. */
    private static final String SERVING = """
            left join linli.engagement_version s on s.community_id = v.community_id and s.superseded_at is null
                 and s.valid_from <= :day and (s.valid_to is null or s.valid_to > :day)
            left join linli.company_version n on n.company_code = s.company_code and n.superseded_at is null
                 and n.valid_from <= :day and (n.valid_to is null or n.valid_to > :day)
            """;

    private static final String ENGAGEMENTS = """
            select %s, x.engagement_no item_no, x.kind,
                   case when x.kind in ('PROFESSIONAL', 'ZONE') and x.service_start_on is null then 'NOT_STARTED'
                        when x.contract_to < :day and x.continuing then 'CONTINUING'
                        when x.contract_to < :day then 'OVER'
                        else 'RUNNING' end state,
                   x.contract_to ends_on, coalesce(n.name || ' ' || n.pinyin, '') also, false alone,
                   n.name company, x.contract_from, x.contract_to, x.service_start_on, x.fee_text
            from linli.engagement_version x %s
            left join linli.company_version n on n.company_code = x.company_code and n.superseded_at is null
                 and n.valid_from <= :day and (n.valid_to is null or n.valid_to > :day)
            where x.superseded_at is null and x.valid_from <= :day and (x.valid_to is null or x.valid_to > :day)
            """.formatted(COMMUNITY, JOIN);

    private static final String COMMITTEES = """
            select %s, x.committee_no item_no, x.kind, case when x.term_to < :day then 'EXPIRED' else 'IN_TERM' end state,
                   x.term_to ends_on, coalesce(x.filing_no, '') also, false alone, x.term_from, x.term_to, x.agreed_size,
                   (select count(*)::int from linli.committee_member m
                     where m.community_id = x.community_id and m.committee_no = x.committee_no and m.superseded_at is null
                       and m.member_from <= :day and (m.member_to is null or m.member_to > :day)) members,
                   x.filing_no
            from linli.committee x %s
            where x.superseded_at is null and x.valid_from <= :day and (x.valid_to is null or x.valid_to > :day)
            """.formatted(COMMUNITY, JOIN);

    private static final String SPECIALISTS = """
            select %s, x.specialist_no item_no, case when x.deputy then 'DEPUTY' else 'MAIN' end kind,
                   case when x.ended_on <= :day then 'ENDED' else 'SERVING' end state, x.ended_on ends_on,
                   x.name || coalesce(' ' || n.name || ' ' || n.pinyin, '') also, not x.deputy and d.deputies = 0 and (x.ended_on is null or x.ended_on > :day) alone,
                   x.name specialist_name, x.staff_no, x.appointed_on, x.ended_on, d.deputies, n.name company
            from linli.specialist x %s %s
            cross join lateral (select count(*)::int deputies from linli.specialist o
                 where o.community_id = x.community_id and o.deputy and o.superseded_at is null
                   and o.appointed_on <= :day and (o.ended_on is null or o.ended_on > :day)) d
            where x.superseded_at is null and x.appointed_on <= :day
            """.formatted(COMMUNITY, JOIN, SERVING);

    /** An end that was withdrawn has left the community's row open, or ended on another day. */
    private static final String ENDED = """
            select %s, x.ending_no item_no, x.kind, 'GONE' state, x.ended_on ends_on, coalesce(o.name || ' ' || o.pinyin, '') also,
                   false alone, x.ended_on gone_from, o.name into_name
            from linli.community_end x
            join linli.community_version v on v.community_id = x.community_id and v.superseded_at is null and v.valid_to = x.ended_on
            join linli.community k on k.community_id = v.community_id
            left join linli.community_version o on o.community_id = x.into_id and o.superseded_at is null
                 and o.valid_from <= :day and (o.valid_to is null or o.valid_to > :day)
            where x.ended_on <= :day and x.ending_no = (select max(l.ending_no) from linli.community_end l
                                                         where l.community_id = x.community_id)
            """.formatted(COMMUNITY);

    private ListStatements() {}

    static String of(RegistryList list) {
        return switch (list) {
            case ENGAGEMENTS -> ENGAGEMENTS;
            case COMMITTEES -> COMMITTEES;
            case SPECIALISTS -> SPECIALISTS;
            case ENDED -> ENDED;
        };
    }
}
