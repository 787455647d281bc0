@NullMarked
package org.linli.decisions.reach.anomalies;

import org.jspecify.annotations.NullMarked;
