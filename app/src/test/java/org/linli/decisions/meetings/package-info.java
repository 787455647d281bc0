@NullMarked
package org.linli.decisions.meetings;

import org.jspecify.annotations.NullMarked;
