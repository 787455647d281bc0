package org.linli.registry.imports;

import static org.linli.registry.imports.Column.*;

import java.util.ArrayList;
import java.util.List;

/** What a sheet brings: which columns it may have and which it must have. */
public enum ImportKind {
    /** A street's return of all its communities, with companies and contracts beside them. */
    STREET_RETURN(
            List.of(COMMUNITY_NAME, STREET),
            List.of(
                    SEQUENCE,
                    COMMUNITY_CODE,
                    ALIAS,
                    COUNTY,
                    NEIGHBOURHOOD,
                    ADDRESS,
                    YEAR_BUILT,
                    LAND,
                    GFA,
                    GREEN,
                    HOUSEHOLDS,
                    RESIDENTS,
                    BUILDINGS,
                    LIFTS,
                    PARKING_PLACES,
                    TYPE,
                    COMPANY_NAME,
                    COMPANY_CODE,
                    FEE,
                    CONTRACT_TERM,
                    CONTRACT_FROM,
                    CONTRACT_TO,
                    SIGNED_ON,
                    SERVICE_START,
                    SERVICES,
                    COMMITTEE,
                    PHONE,
                    REMARK)),
    /** Communities alone. */
    COMMUNITIES(
            List.of(COMMUNITY_NAME, STREET),
            List.of(
                    SEQUENCE,
                    COMMUNITY_CODE,
                    ALIAS,
                    COUNTY,
                    NEIGHBOURHOOD,
                    ADDRESS,
                    TYPE,
                    YEAR_BUILT,
                    LAND,
                    GFA,
                    GREEN,
                    BUILDINGS,
                    HOUSEHOLDS,
                    RESIDENTS,
                    LIFTS,
                    PARKING_PLACES,
                    COMMITTEE,
                    PHONE,
                    REMARK)),
    /** Property companies alone. */
    COMPANIES(
            List.of(COMPANY_NAME, COMPANY_CODE),
            List.of(
                    SEQUENCE,
                    COUNTY,
                    LEGAL_PERSON,
                    REGISTERED_PLACE,
                    REGISTERED_ON,
                    CAPITAL,
                    STAFF_INSURED,
                    MANAGERS,
                    FILED_ON,
                    PHONE,
                    REMARK)),
    /** Contracts between communities and companies that are both registered. */
    ENGAGEMENTS(
            List.of(COMMUNITY_NAME, COMPANY_CODE),
            List.of(
                    SEQUENCE,
                    COMMUNITY_CODE,
                    COUNTY,
                    STREET,
                    COMPANY_NAME,
                    CONTRACT_TERM,
                    CONTRACT_FROM,
                    CONTRACT_TO,
                    SIGNED_ON,
                    SERVICE_START,
                    SERVICES,
                    FEE,
                    REMARK)),
    /** Homes and their owners, up to a million rows. */
    HOMES(
            List.of(COMMUNITY_NAME, BUILDING, ROOM),
            List.of(
                    SEQUENCE,
                    COMMUNITY_CODE,
                    UNIT,
                    USE,
                    AREA,
                    AREA_SOURCE,
                    HOME_STATE,
                    ESTATE_CODE,
                    OWNER_NAMES,
                    ID_KIND,
                    ID_NUMBERS,
                    OWNER_PHONES,
                    OWNERSHIP_FORM,
                    SHARES,
                    CAUSE,
                    REGISTERED_DAY,
                    REMARK));

    private final List<Column> mandatory;
    private final List<Column> columns;

    ImportKind(List<Column> mandatory, List<Column> optional) {
        this.mandatory = mandatory;
        List<Column> all = new ArrayList<>(mandatory);
        all.addAll(optional);
        this.columns = List.copyOf(all);
    }

    /** Columns without which nothing is checked, unless a code column stands in for a name. */
    public List<Column> mandatory() {
        return mandatory;
    }

    /** All columns, mandatory ones first. */
    public List<Column> columns() {
        return columns;
    }

    /** The mandatory columns that a mapping lacks; a community's code stands for its name, but not for a new one. */
    public List<Column> missing(List<Column> mapped) {
        List<Column> missing = new ArrayList<>(mandatory);
        missing.removeAll(mapped);
        if ((this == HOMES || this == ENGAGEMENTS) && mapped.contains(COMMUNITY_CODE)) {
            missing.remove(COMMUNITY_NAME);
        }
        return List.copyOf(missing);
    }

    boolean hasCommunities() {
        return this == STREET_RETURN || this == COMMUNITIES;
    }

    boolean hasEngagements() {
        return this == STREET_RETURN || this == ENGAGEMENTS;
    }
}
