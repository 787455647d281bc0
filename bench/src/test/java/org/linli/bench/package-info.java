/** Tests of what the benchmarks count with. */
@NullMarked
package org.linli.bench;

import org.jspecify.annotations.NullMarked;
