@NullMarked
package org.linli.platform.sessions;

import org.jspecify.annotations.NullMarked;
