/** Tests of the pages before the notice. */
@NullMarked
package org.linli.decisions.drafting.web;

import org.jspecify.annotations.NullMarked;
