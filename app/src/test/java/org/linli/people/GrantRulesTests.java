package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;

class GrantRulesTests {

    private static final String NEAR = "91331002MA00000001";
    private static final String WIDE = "91331002MA00000002";

    /** Community 1 lies in a street of Jiaojiang, 2 in Huangyan; company NEAR serves 1, WIDE serves both. */
    private static final GrantRules.Places PLACES = new GrantRules.Places() {
        @Override
        public Optional<DivisionCode> divisionOf(CommunityId community) {
            return switch ((int) community.value()) {
                case 1 -> Optional.of(new DivisionCode("331002002001"));
                case 2 -> Optional.of(new DivisionCode("331003001001"));
                default -> Optional.empty();
            };
        }

        @Override
        public List<CommunityId> servedBy(CompanyCode company) {
            return switch (company.value()) {
                case NEAR -> List.of(new CommunityId(1));
                case WIDE -> List.of(new CommunityId(1), new CommunityId(2));
                default -> List.of();
            };
        }
    };

    @ParameterizedTest(name = "{0} of {1} gives {2} on {3}: {4}")
    @CsvSource({
        "CITY, 3310, COUNTY, 331002, ",
        "CITY, 3310, COUNTY, 3310, LEVEL",
        "CITY, 3310, COUNTY, 330102, OUTSIDE",
        "CITY, 3310, CITY, 3310, ROLE",
        "CITY, 3310, STREET, 331002002, ",
        "CITY, 3310, AUDITOR, '', ROLE",
        "CITY, 3310, SECURITY_ADMIN, '', ROLE",
        "CITY, 3310, COMPANY, 91331002MA00000002, ",
        "CITY, 3310, OWNER, 1, ROLE",
        "COUNTY, 331002, COUNTY, 331003, ROLE",
        "COUNTY, 331002, STREET, 331002002, ",
        "COUNTY, 331002, STREET, 331003001, OUTSIDE",
        "COUNTY, 331002, AGENCY, 331002, ",
        "COUNTY, 331002, AGENCY, 3310, OUTSIDE",
        "COUNTY, 331002, COMPANY, 91331002MA00000001, ",
        "COUNTY, 331002, COMPANY, 91331002MA00000002, OUTSIDE",
        "COUNTY, 331002, SPECIALIST, 1, ",
        "COUNTY, 331002, SPECIALIST, 2, OUTSIDE",
        "STREET, 331002002, STREET, 331002002, ROLE",
        "STREET, 331002002, COMMUNITY_WORKER, 331002002001, ",
        "STREET, 331002002, COMMUNITY_WORKER, 331002003001, OUTSIDE",
        "STREET, 331002002, COMMUNITY_WORKER, 331002, LEVEL",
        "STREET, 331002002, SPECIALIST, 1, ",
        "STREET, 331002002, SPECIALIST, 2, OUTSIDE",
        "STREET, 331002002, SPECIALIST, 99, OUTSIDE",
        "STREET, 331002002, COMPANY, 91331002MA00000001, ROLE",
        "COMPANY, 91331002MA00000001, PROJECT_MANAGER, 1, ",
        "COMPANY, 91331002MA00000001, PROJECT_MANAGER, 2, OUTSIDE",
        "COMPANY, 91331002MA00000001, COMPANY, 91331002MA00000001, ROLE",
        "COMMUNITY_WORKER, 331002002001, SPECIALIST, 1, ROLE",
        "COMMITTEE, 1, COMMITTEE, 1, ROLE",
        "SECURITY_ADMIN, '', CITY, 3310, ",
        "SECURITY_ADMIN, '', CITY, 3301, OUTSIDE",
        "SECURITY_ADMIN, '', COUNTY, 331002, ROLE",
        "SECURITY_ADMIN, '', AUDITOR, '', ",
        "SECURITY_ADMIN, '', SYSTEM_ADMIN, '', ",
        "SECURITY_ADMIN, '', SECURITY_ADMIN, '', ROLE",
        "SYSTEM_ADMIN, '', AUDITOR, '', ROLE",
        "AUDITOR, '', SYSTEM_ADMIN, '', ROLE"
    })
    void nobodyGrantsBeyondTheirOwn(Role by, String byScope, Role role, String scope, GrantRules.Refusal refusal) {
        assertThat(objection(1, by, byScope, role, scope)).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @CsvSource({"CITY, 3310, COUNTY, 331002", "SECURITY_ADMIN, '', AUDITOR, ''", "STREET, 331002002, SPECIALIST, 1"})
    void nobodyGrantsToOneself(Role by, String byScope, Role role, String scope) {
        assertThat(objection(7, by, byScope, role, scope)).contains(GrantRules.Refusal.OWN_ACCOUNT);
    }

    private static Optional<GrantRules.Refusal> objection(long to, Role by, String byScope, Role role, String scope) {
        return GrantRules.objection(
                new GrantRules.Granter(7, by, Scope.of(by, byScope)),
                to,
                role,
                Scope.of(role, scope),
                new DivisionCode("3310"),
                PLACES);
    }
}
