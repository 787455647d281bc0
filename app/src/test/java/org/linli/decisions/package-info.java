@NullMarked
package org.linli.decisions;

import org.jspecify.annotations.NullMarked;
