/** What many requests need at the same moment, fetched once for all of them. */
@NullMarked
package org.linli.platform.together;

import org.jspecify.annotations.NullMarked;
