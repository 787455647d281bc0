/** What must not break Linli: processes killed, work repeated. */
@NullMarked
package org.linli.faults;

import org.jspecify.annotations.NullMarked;
