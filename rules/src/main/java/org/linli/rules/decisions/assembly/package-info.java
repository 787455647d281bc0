/** When owners' assemblies are due, and who must be there. */
@NullMarked
package org.linli.rules.decisions.assembly;

import org.jspecify.annotations.NullMarked;
