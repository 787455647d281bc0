/** Tests of which bundle is a vote's current one. */
@NullMarked
package org.linli.decisions.bundles;

import org.jspecify.annotations.NullMarked;
