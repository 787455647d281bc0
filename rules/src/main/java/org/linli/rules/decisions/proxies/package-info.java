/** Who may cast a ballot for somebody else. */
@NullMarked
package org.linli.rules.decisions.proxies;

import org.jspecify.annotations.NullMarked;
