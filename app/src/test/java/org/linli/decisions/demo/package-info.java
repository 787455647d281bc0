/** The demo city's votes, from the figure to the last bundle. */
@NullMarked
package org.linli.decisions.demo;

import org.jspecify.annotations.NullMarked;
