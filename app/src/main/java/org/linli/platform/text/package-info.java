/** Chinese text: pinyin for search. */
@NullMarked
package org.linli.platform.text;

import org.jspecify.annotations.NullMarked;
