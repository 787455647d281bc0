/** What all tests share: one real PostgreSQL, one running Linli with the thinned demo city, one browser. */
@NullMarked
package org.linli.testing;

import org.jspecify.annotations.NullMarked;
