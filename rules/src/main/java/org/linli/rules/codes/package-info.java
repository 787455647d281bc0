/** National and own codes of companies, persons, communities and phones: their shape, check characters and masks. */
@NullMarked
package org.linli.rules.codes;

import org.jspecify.annotations.NullMarked;
