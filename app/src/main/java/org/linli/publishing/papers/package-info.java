/** Official papers made from the template that holds: the newest sound one of the city, or the one Linli brings. */
@NullMarked
@NamedInterface("papers")
package org.linli.publishing.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
