/** Tests of what readers of bundles see. */
@NullMarked
package org.linli.decisions.bundles.web;

import org.jspecify.annotations.NullMarked;
