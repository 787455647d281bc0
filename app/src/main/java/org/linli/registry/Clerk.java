package org.linli.registry;

import org.linli.platform.scope.RowScope;

/**
 * Who writes.
 *
 * @param accountId the account, for the log
 * @param name as recorded beside the row
 * @param scope the rows that may be written
 * @param supervises whether this clerk may override a code that fails its check
 */
public record Clerk(long accountId, String name, RowScope scope, boolean supervises) {}
