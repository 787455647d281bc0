/** Where Linli lives, and what it says when it starts. */
@NullMarked
package org.linli.platform.home;

import org.jspecify.annotations.NullMarked;
