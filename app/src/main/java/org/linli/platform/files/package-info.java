/** Files stored by the hash of their content. */
@NullMarked
package org.linli.platform.files;

import org.jspecify.annotations.NullMarked;
