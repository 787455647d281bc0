/**
 * Meetings of a committee: who was there, what was decided, and whether it hangs where owners read it.
 *
 * <p>{@link org.linli.decisions.meetings.Meetings} takes the minutes; what is adopted the rules say.
 */
@NullMarked
package org.linli.decisions.meetings;

import org.jspecify.annotations.NullMarked;
