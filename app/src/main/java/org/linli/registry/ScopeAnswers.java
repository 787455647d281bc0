package org.linli.registry;

import java.util.Optional;
import org.linli.people.CommunityPlaces;
import org.linli.people.ScopeNames;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells sign-in where communities lie and what communities and companies are called. */
@Component
class ScopeAnswers implements ScopeNames, CommunityPlaces {

    private final JdbcClient jdbc;

    ScopeAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> nameOf(Scope scope) {
        return switch (scope) {
            case Scope.OfCommunity(CommunityId community) ->
                jdbc.sql("""
                        select name from linli.community_version
                        where community_id = :id and superseded_at is null
                        order by valid_from desc limit 1
                        """).param("id", community.value()).query(String.class).optional();
            case Scope.OfCompany(CompanyCode company) ->
                jdbc.sql("""
                        select name from linli.company_version
                        where company_code = :code and superseded_at is null
                        order by valid_from desc limit 1
                        """).param("code", company.value()).query(String.class).optional();
            case Scope.OfDivision ignored -> Optional.empty();
            case Scope.OfPlatform ignored -> Optional.empty();
        };
    }

    @Override
    public Optional<DivisionCode> divisionOf(CommunityId community) {
        return jdbc.sql("select division_code from linli.community_place where community_id = :id")
                .param("id", community.value())
                .query(String.class)
                .optional()
                .map(DivisionCode::new);
    }
}
