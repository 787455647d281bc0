package org.linli.people;

import java.util.Optional;
import org.linli.platform.scope.Scope;

/** Inverted port: whoever knows communities and companies names them. Empty for what does not exist. */
public interface ScopeNames {
    Optional<String> nameOf(Scope scope);
}
