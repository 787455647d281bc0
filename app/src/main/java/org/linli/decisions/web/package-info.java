/** Pages of owners' decisions. */
@NullMarked
package org.linli.decisions.web;

import org.jspecify.annotations.NullMarked;
