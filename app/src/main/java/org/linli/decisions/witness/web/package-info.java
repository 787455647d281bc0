/** The feed of public heads, and the file of them that the verifiers take. */
@NullMarked
package org.linli.decisions.witness.web;

import org.jspecify.annotations.NullMarked;
