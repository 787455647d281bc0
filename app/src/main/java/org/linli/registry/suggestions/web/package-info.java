/** Pages on which corrections are proposed and decided. */
@NullMarked
package org.linli.registry.suggestions.web;

import org.jspecify.annotations.NullMarked;
