package org.linli.platform.web;

import java.util.List;
import org.linli.platform.scope.Viewer;

/** Inverted port: a feature adds its menu entries for the hat worn. */
public interface MenuSource {
    List<MenuEntry> entries(Viewer viewer);
}
