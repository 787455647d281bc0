package org.linli.platform.documents;

import java.util.List;

/** Inverted port: a feature names the papers that it issues, so that the city can put templates of its own in place. */
public interface PaperSource {

    /** In the order in which they are issued. */
    List<Paper> papers();
}
