/** Named as the package under test: on the test path this declaration stands before that one. */
@NullMarked
@NamedInterface("notices")
package org.linli.publishing.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
