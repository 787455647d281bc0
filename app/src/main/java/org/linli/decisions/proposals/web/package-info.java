/** Proposals as owners, the organiser's desk and everybody see them. */
@NullMarked
package org.linli.decisions.proposals.web;

import org.jspecify.annotations.NullMarked;
