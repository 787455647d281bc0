/** Pages of rolls. */
@NullMarked
package org.linli.decisions.roll.web;

import org.jspecify.annotations.NullMarked;
