@NullMarked
package org.linli.registry.lists;

import org.jspecify.annotations.NullMarked;
