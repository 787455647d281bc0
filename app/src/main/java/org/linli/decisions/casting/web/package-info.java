/** The ballot on the phone, its receipt, the public record, and denials with their rulings. */
@NullMarked
package org.linli.decisions.casting.web;

import org.jspecify.annotations.NullMarked;
