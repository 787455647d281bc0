/**
 * Lists across communities of what their files hold: service contracts, owners' bodies, resident specialists. One shape for all of
 * them; each row leads to the file it is from.
 */
@NullMarked
package org.linli.registry.lists;

import org.jspecify.annotations.NullMarked;
