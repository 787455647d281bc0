/** What a vote makes public hangs as notices: its notice, roll, candidates and results. */
@NullMarked
package org.linli.decisions.boards;

import org.jspecify.annotations.NullMarked;
