package org.linli.platform.scope;

/**
 * What a person may do, apart from where. A grant joins a role with a scope.
 *
 * <p>Source: domain i [D].
 */
public enum Role {
    OWNER(Place.COMMUNITY, false),
    OCCUPANT(Place.COMMUNITY, false),
    COMMITTEE(Place.COMMUNITY, false),
    PMC(Place.COMMUNITY, false),
    PROJECT_MANAGER(Place.COMMUNITY, false),
    COMPANY(Place.COMPANY, false),
    SPECIALIST(Place.COMMUNITY, true),
    COMMUNITY_WORKER(Place.DIVISION, true),
    STREET(Place.DIVISION, true),
    COUNTY(Place.DIVISION, true),
    CITY(Place.DIVISION, true),
    AGENCY(Place.DIVISION, true),
    AUDITOR(Place.PLATFORM, true),
    SYSTEM_ADMIN(Place.PLATFORM, true),
    SECURITY_ADMIN(Place.PLATFORM, true);

    /** The kind of scope that goes with a role. */
    public enum Place {
        DIVISION,
        COMMUNITY,
        COMPANY,
        PLATFORM
    }

    private final Place place;
    private final boolean staff;

    Role(Place place, boolean staff) {
        this.place = place;
        this.staff = staff;
    }

    public Place place() {
        return place;
    }

    /** Staff sign in with password and second factor; everybody else with a phone code or a passkey. */
    public boolean isStaff() {
        return staff;
    }

    /** The housing department of a county or of the city. */
    public boolean isDepartment() {
        return this == COUNTY || this == CITY;
    }

    /** System, security and audit are three people (三员分立): no account holds two of them, nor one beside another role. */
    public boolean isAdministrator() {
        return place == Place.PLATFORM;
    }
}
