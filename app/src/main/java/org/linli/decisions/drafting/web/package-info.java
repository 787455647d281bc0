/** Pages of drafts, steps, candidates and the calendar; the frame that all desk pages of a vote share. */
@NullMarked
package org.linli.decisions.drafting.web;

import org.jspecify.annotations.NullMarked;
