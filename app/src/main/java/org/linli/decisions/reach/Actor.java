package org.linli.decisions.reach;

import org.linli.platform.scope.Role;

/**
 * Who acts.
 *
 * @param account the account, as recorded
 * @param name as recorded beside the row
 * @param role the hat worn
 */
public record Actor(long account, String name, Role role) {}
