/** What the law and the methods ask: pure Java, no framework, no SQL, no clock, no floating point. */
@NullMarked
package org.linli.rules;

import org.jspecify.annotations.NullMarked;
