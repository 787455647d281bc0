@NullMarked
package org.linli.rules.decisions.assembly;

import org.jspecify.annotations.NullMarked;
