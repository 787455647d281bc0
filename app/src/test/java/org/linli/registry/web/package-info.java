/** The registry's pages as a signed-in person of each role gets them. */
@NullMarked
package org.linli.registry.web;

import org.jspecify.annotations.NullMarked;
