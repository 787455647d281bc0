@NullMarked
package org.linli.decisions.handouts;

import org.jspecify.annotations.NullMarked;
