/** Who did what when and why: an append-only log. */
@NullMarked
package org.linli.platform.audit;

import org.jspecify.annotations.NullMarked;
