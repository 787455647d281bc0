/** What looks odd among the ballots, by how and when they came and never by what they say. */
@NullMarked
package org.linli.decisions.reach.anomalies;

import org.jspecify.annotations.NullMarked;
