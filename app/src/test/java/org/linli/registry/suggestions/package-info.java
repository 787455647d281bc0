@NullMarked
package org.linli.registry.suggestions;

import org.jspecify.annotations.NullMarked;
