/** Hands out bundles. */
@NullMarked
package org.linli.decisions.bundles.web;

import org.jspecify.annotations.NullMarked;
