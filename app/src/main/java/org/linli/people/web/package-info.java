/** The pages of sign-in, of one's own account, and of the administrators. */
@NullMarked
package org.linli.people.web;

import org.jspecify.annotations.NullMarked;
