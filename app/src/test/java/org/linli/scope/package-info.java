/** Every handler of the application against the scope of the person who calls it. */
@NullMarked
package org.linli.scope;

import org.jspecify.annotations.NullMarked;
