/** Tests of the city in memory. */
@NullMarked
package org.linli.registry.city;

import org.jspecify.annotations.NullMarked;
