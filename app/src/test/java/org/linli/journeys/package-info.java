/** The main journeys in a real browser, at phone and desktop width, in both languages. */
@NullMarked
package org.linli.journeys;

import org.jspecify.annotations.NullMarked;
