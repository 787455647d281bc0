@NullMarked
package org.linli.decisions.counting;

import org.jspecify.annotations.NullMarked;
