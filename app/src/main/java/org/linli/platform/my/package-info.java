/** What concerns somebody's own homes: features contribute lines, 我的家 shows them. */
@NullMarked
package org.linli.platform.my;

import org.jspecify.annotations.NullMarked;
