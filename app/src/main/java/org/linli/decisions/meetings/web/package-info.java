/** Minutes on the desk and in the file of a community. */
@NullMarked
package org.linli.decisions.meetings.web;

import org.jspecify.annotations.NullMarked;
