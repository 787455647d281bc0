package org.linli.platform.scope;

import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.springframework.stereotype.Component;

/** Turns a viewer's scope into the parameters of a query. */
@Component
public class RowScopes {

    private final ScopeSource source;

    RowScopes(ScopeSource source) {
        this.source = source;
    }

    public RowScope of(Viewer viewer) {
        return switch (viewer.scope()) {
            case Scope.OfDivision(DivisionCode division) -> new RowScope(division.value() + "%", new Long[0]);
            case Scope.OfCommunity(CommunityId community) -> new RowScope("", new Long[] {community.value()});
            case Scope.OfCompany(CompanyCode company) -> new RowScope("", source.communitiesServedBy(company));
            case Scope.OfPlatform() -> RowScope.nothing();
        };
    }
}
