@NullMarked
package org.linli.decisions.proposals;

import org.jspecify.annotations.NullMarked;
