/** Benchmarks of the whole application, each against a peer or a limit measured in the same run. */
@NullMarked
package org.linli.bench;

import org.jspecify.annotations.NullMarked;
