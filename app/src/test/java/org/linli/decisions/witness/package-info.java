@NullMarked
package org.linli.decisions.witness;

import org.jspecify.annotations.NullMarked;
