/** Where browser sessions are kept: in the database, by connections of their own, written seldom. */
@NullMarked
package org.linli.platform.sessions;

import org.jspecify.annotations.NullMarked;
