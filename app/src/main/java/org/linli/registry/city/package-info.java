/** The city-wide read model: every community on any day, from which the registry's figures are counted. */
@NamedInterface("city")
@NullMarked
package org.linli.registry.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
