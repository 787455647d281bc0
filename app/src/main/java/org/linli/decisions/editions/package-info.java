/**
 * The full edition of a vote's record, with every ballot opened, for a court or the department that may revoke a decision: on a written
 * order, by two people, watermarked, for a time, and every owner is told.
 */
@NullMarked
package org.linli.decisions.editions;

import org.jspecify.annotations.NullMarked;
