/** The synthetic city's votes, made by the ordinary acts on the days they would have been made. Never on in production. */
@NullMarked
package org.linli.decisions.demo;

import org.jspecify.annotations.NullMarked;
