/** Work that outlives a request: progress that a closed tab does not lose. */
@NullMarked
package org.linli.platform.jobs;

import org.jspecify.annotations.NullMarked;
