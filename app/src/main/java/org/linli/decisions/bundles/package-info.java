/** The public bundle of a counted vote: everything that anybody needs to count again, and nothing that names a voter. */
@NullMarked
package org.linli.decisions.bundles;

import org.jspecify.annotations.NullMarked;
