package org.linli.platform.scope;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Inverted port: sign-in tells who asks, under which hat; empty when nobody is signed in or the grant has ended. */
public interface ViewerSource {
    Optional<Viewer> viewer(HttpServletRequest request);
}
