/** Secrets made at the first start, and the encryption of personal data with them. */
@NullMarked
package org.linli.platform.keys;

import org.jspecify.annotations.NullMarked;
