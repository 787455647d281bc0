/** The identifiers that every feature shares. */
@NullMarked
package org.linli.platform.ids;

import org.jspecify.annotations.NullMarked;
