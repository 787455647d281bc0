package org.linli.platform.scope;

/**
 * The signed-in person under the hat worn now.
 *
 * @param accountId the account
 * @param name as shown on pages
 * @param grantId the hat: one grant of this account
 * @param role the grant's role
 * @param scope the grant's scope
 * @param scopeName the scope in words, such as 椒江区白云街道
 */
public record Viewer(long accountId, String name, long grantId, Role role, Scope scope, String scopeName) {

    /** Whether this hat sees the city's business at all. */
    public boolean isBusiness() {
        return !role.isAdministrator();
    }
}
