/** Linli's own PostgreSQL server, unpacked from the application and run as its child. */
@NullMarked
package org.linli.platform.postgres;

import org.jspecify.annotations.NullMarked;
