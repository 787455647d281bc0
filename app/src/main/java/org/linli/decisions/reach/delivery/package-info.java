/** Delivery 送达 with its evidence, who is reached and who has voted, and reminders 催投. */
@NullMarked
package org.linli.decisions.reach.delivery;

import org.jspecify.annotations.NullMarked;
