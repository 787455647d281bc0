package org.linli.platform.home;

import java.util.List;

/** Inverted port: lines for the console once Linli is ready, such as the demo's sign-ins. */
public interface ReadyNote {
    List<String> lines(String address);
}
