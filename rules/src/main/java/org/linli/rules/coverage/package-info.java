/** Which communities count as having professional property service on a day, and why others do not. */
@NullMarked
package org.linli.rules.coverage;

import org.jspecify.annotations.NullMarked;
