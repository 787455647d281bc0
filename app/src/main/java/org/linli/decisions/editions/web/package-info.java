/** Desk pages of full editions, and what the public page of a vote says of them. */
@NullMarked
package org.linli.decisions.editions.web;

import org.jspecify.annotations.NullMarked;
