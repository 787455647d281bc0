package org.linli.registry;

import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.ScopeSource;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A company sees the communities it is engaged for today, from the contract's first day until the engagement ends. */
@Component
class ServedCommunities implements ScopeSource {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ServedCommunities(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Long[] communitiesServedBy(CompanyCode company) {
        return jdbc.sql("""
                select distinct community_id from linli.engagement_version
                where company_code = :company and superseded_at is null
                  and valid_from <= :today and (valid_to is null or valid_to > :today)
                order by community_id
                """)
                .param("company", company.value())
                .param("today", time.today())
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }
}
