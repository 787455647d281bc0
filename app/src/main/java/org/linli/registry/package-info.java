/**
 * The registry: communities, buildings, homes, owners, companies, engagements, committees, specialists, and how they get in.
 *
 * <p>Every fact that changes has two dates: the legal days it was true, and the instants Linli knew it.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "divisions",
            "people",
            "figures",
            "publishing :: notices",
            "publishing :: papers"
        })
@NullMarked
package org.linli.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
