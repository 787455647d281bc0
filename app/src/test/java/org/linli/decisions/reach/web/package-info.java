@NullMarked
package org.linli.decisions.reach.web;

import org.jspecify.annotations.NullMarked;
