/** How street offices write values in their sheets, and what is read from them: never silently, never by a guess unsaid. */
@NullMarked
package org.linli.rules.intake;

import org.jspecify.annotations.NullMarked;
