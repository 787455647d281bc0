/** The registry's desk pages: lists, files, forms, problem lists, the grid. */
@NullMarked
package org.linli.registry.web;

import org.jspecify.annotations.NullMarked;
