/** Notices on the desk and for everybody. */
@NullMarked
package org.linli.publishing.notices.web;

import org.jspecify.annotations.NullMarked;
