/** What a rule rests on: the law, the local regulation or our own default, each with its file in {@code docs/law}. */
@NullMarked
package org.linli.rules.law;

import org.jspecify.annotations.NullMarked;
