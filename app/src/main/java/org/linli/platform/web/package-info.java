/** What every page shares: texts, languages, assets, errors, security headers. */
@NullMarked
package org.linli.platform.web;

import org.jspecify.annotations.NullMarked;
