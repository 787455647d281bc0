/** Delivery, reminders, paper, proxies, assistance and anomalies, on the real database. */
@NullMarked
package org.linli.decisions.reach;

import org.jspecify.annotations.NullMarked;
