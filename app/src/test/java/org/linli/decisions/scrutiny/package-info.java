@NullMarked
package org.linli.decisions.scrutiny;

import org.jspecify.annotations.NullMarked;
