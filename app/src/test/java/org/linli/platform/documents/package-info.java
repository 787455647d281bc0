@NullMarked
package org.linli.platform.documents;

import org.jspecify.annotations.NullMarked;
