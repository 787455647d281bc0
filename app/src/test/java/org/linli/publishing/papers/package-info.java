/** Named as the package under test: on the test path this declaration stands before that one. */
@NullMarked
@NamedInterface("papers")
package org.linli.publishing.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
