/** The one screen of a supervised check, and its counts on the public page of a vote. */
@NullMarked
package org.linli.decisions.scrutiny.web;

import org.jspecify.annotations.NullMarked;
