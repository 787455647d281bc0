package org.linli.registry.imports;

/**
 * One value that an import changes.
 *
 * @param what community, company or engagement
 * @param column the value's column
 * @param before as the registry has it, empty for none
 * @param after as the import stores it
 */
public record Change(String what, Column column, String before, String after) {}
