/**
 * Reaching every owner: how each home got its ballot, who has not voted yet, reminders, paper, proxies, assisted voting, and what
 * looks odd among the ballots.
 *
 * <p>Nothing here knows or shows a choice, except to the two people who read a paper ballot and the two who help at a voting point.
 */
@NullMarked
package org.linli.decisions.reach;

import org.jspecify.annotations.NullMarked;
