/** What owners may decide, how much consent each matter needs, and the numbers a city's rule pack sets. */
@NullMarked
package org.linli.rules.decisions.matters;

import org.jspecify.annotations.NullMarked;
