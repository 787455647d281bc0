/** The list of contacts that may stand in public texts. */
@NullMarked
package org.linli.publishing.gate.web;

import org.jspecify.annotations.NullMarked;
