/** Who may see which rows: roles, hats, scopes, and the mark each handler must carry. */
@NullMarked
package org.linli.platform.scope;

import org.jspecify.annotations.NullMarked;
