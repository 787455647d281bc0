/** Desk, owner and public pages of reaching everybody. */
@NullMarked
package org.linli.decisions.reach.web;

import org.jspecify.annotations.NullMarked;
