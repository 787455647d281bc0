/** Votes and communities that the tests of all parts of the feature make for themselves. */
@NullMarked
package org.linli.decisions.testing;

import org.jspecify.annotations.NullMarked;
