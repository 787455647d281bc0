/** Tests of accounts, grants, sign-in and sessions. */
@NullMarked
package org.linli.people;

import org.jspecify.annotations.NullMarked;
