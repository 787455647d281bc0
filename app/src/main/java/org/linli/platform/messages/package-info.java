/** Messages to people, by gateway or into the outbox of a demo. */
@NullMarked
package org.linli.platform.messages;

import org.jspecify.annotations.NullMarked;
