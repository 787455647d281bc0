package org.linli.platform.scope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler for signed-in people, whose rows are limited by the scope of the hat worn.
 *
 * <p>A handler with neither this nor {@link PublicPage} answers nobody (404) and fails the build's scope test.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scoped {

    /** What the path's id is, such as {@code community}; {@code self} for one's own account, {@code list} for lists. */
    String value();

    /** The roles that know this page at all (others get 403); empty: every business role. */
    Role[] roles() default {};
}
