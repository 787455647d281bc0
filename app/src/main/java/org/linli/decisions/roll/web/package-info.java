/** Pages of rolls: readiness and rulings at the desk, the roll by room for owners, the fingerprint for everybody. */
@NullMarked
package org.linli.decisions.roll.web;

import org.jspecify.annotations.NullMarked;
