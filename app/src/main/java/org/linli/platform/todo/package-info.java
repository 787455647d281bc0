/** What waits for a person: features contribute lines, the desk shows them. */
@NullMarked
package org.linli.platform.todo;

import org.jspecify.annotations.NullMarked;
