/** Settings of the installation that are chosen once or by an administrator, stored in the database. */
@NullMarked
package org.linli.platform.settings;

import org.jspecify.annotations.NullMarked;
