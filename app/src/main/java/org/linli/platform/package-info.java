/**
 * The ground floor: technique that knows no community.
 *
 * <p>Its packages are open to every feature: {@code home} and {@code postgres} (where Linli lives and its own database
 * server), {@code keys}, {@code time}, {@code files}, {@code jobs}, {@code messages}, {@code sheets}, {@code sessions}, {@code together},
 * {@code web}, {@code scope} (who may see which rows), {@code audit}.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.linli.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
