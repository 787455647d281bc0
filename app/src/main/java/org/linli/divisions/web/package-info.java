/** The page of the division tree. */
@NullMarked
package org.linli.divisions.web;

import org.jspecify.annotations.NullMarked;
