/** What must not stand in a text that everybody will read: numbers and names of people, and how they are masked. */
@NullMarked
package org.linli.rules.privacy;

import org.jspecify.annotations.NullMarked;
