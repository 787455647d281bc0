/** Pages and API of counts and results. */
@NullMarked
package org.linli.decisions.counting.web;

import org.jspecify.annotations.NullMarked;
