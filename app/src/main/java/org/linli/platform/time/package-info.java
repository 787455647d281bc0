/** Business time and real time: two types, so that nobody mixes them. */
@NullMarked
package org.linli.platform.time;

import org.jspecify.annotations.NullMarked;
