/** The base file of a community: which fields must be filled, and when the file counts as complete. */
@NullMarked
package org.linli.rules.registry;

import org.jspecify.annotations.NullMarked;
