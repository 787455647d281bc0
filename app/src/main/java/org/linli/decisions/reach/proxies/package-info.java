/** Proxies 委托: granted for one vote with an instruction for each decision, capped, ended by voting oneself. */
@NullMarked
package org.linli.decisions.reach.proxies;

import org.jspecify.annotations.NullMarked;
