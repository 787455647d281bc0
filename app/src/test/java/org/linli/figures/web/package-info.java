/** What the pages of figures draw. */
@NullMarked
package org.linli.figures.web;

import org.jspecify.annotations.NullMarked;
