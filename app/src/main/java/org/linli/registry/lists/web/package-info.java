/** The pages and sheets of the lists. */
@NullMarked
package org.linli.registry.lists.web;

import org.jspecify.annotations.NullMarked;
