/** Text: pinyin for search, and what people type. */
@NullMarked
package org.linli.platform.text;

import org.jspecify.annotations.NullMarked;
