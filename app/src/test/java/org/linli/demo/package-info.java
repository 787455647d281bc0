/** The synthetic city and what keeps it apart from real ones. */
@NullMarked
package org.linli.demo;

import org.jspecify.annotations.NullMarked;
