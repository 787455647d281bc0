package org.linli.divisions;

import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;

/** One division of the tree. @param name official Chinese name, without the names above it */
public record Division(DivisionCode code, String name) {
    public DivisionLevel level() {
        return code.level();
    }
}
