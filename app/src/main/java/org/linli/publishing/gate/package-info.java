/** The gate before everything that everybody will read: personal data is found, shown and masked; contacts of offices stay. */
@NullMarked
@NamedInterface("gate")
package org.linli.publishing.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
