/** The import desk's pages: one page an import, by state. */
@NullMarked
package org.linli.registry.imports.web;

import org.jspecify.annotations.NullMarked;
