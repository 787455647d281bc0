/** Pages, exports and API of the figures. */
@NullMarked
package org.linli.figures.web;

import org.jspecify.annotations.NullMarked;
