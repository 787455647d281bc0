/** Downloads of papers of a vote. */
@NullMarked
package org.linli.decisions.handouts.web;

import org.jspecify.annotations.NullMarked;
