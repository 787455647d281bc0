package org.linli.platform.scope;

import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;

/** Where a role applies. */
public sealed interface Scope {

    /** Everything in a division and below. */
    record OfDivision(DivisionCode division) implements Scope {}

    /** One community. */
    record OfCommunity(CommunityId community) implements Scope {}

    /** The communities that a company serves today, and the company's own file. */
    record OfCompany(CompanyCode company) implements Scope {}

    /** The platform itself: accounts, settings, logs, and no business row. */
    record OfPlatform() implements Scope {}

    /** The scope as stored in a grant: the code, the id, the credit code, or empty. */
    default String key() {
        return switch (this) {
            case OfDivision(DivisionCode division) -> division.value();
            case OfCommunity(CommunityId community) -> community.toString();
            case OfCompany(CompanyCode company) -> company.value();
            case OfPlatform() -> "";
        };
    }

    /** The inverse of {@link #key()} for a role. @throws IllegalArgumentException if the key has not the role's shape */
    static Scope of(Role role, String key) {
        return switch (role.place()) {
            case DIVISION -> new OfDivision(new DivisionCode(key));
            case COMMUNITY -> new OfCommunity(new CommunityId(Long.parseLong(key)));
            case COMPANY -> new OfCompany(new CompanyCode(key));
            case PLATFORM -> new OfPlatform();
        };
    }
}
