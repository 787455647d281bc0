/**
 * Supervised checks 纸质票抽核: two people at one screen compare randomly drawn paper ballots, names and signatures covered, with
 * what was entered. Nothing leaves the screen; every look is counted in public.
 */
@NullMarked
package org.linli.decisions.scrutiny;

import org.jspecify.annotations.NullMarked;
