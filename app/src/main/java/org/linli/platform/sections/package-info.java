/** What stands on pages that lie below or beside a feature: features contribute sections, the pages show them. */
@NullMarked
package org.linli.platform.sections;

import org.jspecify.annotations.NullMarked;
