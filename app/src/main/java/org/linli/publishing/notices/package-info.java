/**
 * Notices 公示: what hangs for everybody to read from a day to a day, for a community or a division, and the photos of the boards.
 *
 * <p>Features hang theirs through {@link org.linli.publishing.notices.Notices}; staff post others on the desk. Nothing is edited: a
 * notice that is taken down stays in sight with the reason.
 */
@NullMarked
@NamedInterface("notices")
package org.linli.publishing.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
