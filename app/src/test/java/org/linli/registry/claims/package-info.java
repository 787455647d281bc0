@NullMarked
package org.linli.registry.claims;

import org.jspecify.annotations.NullMarked;
