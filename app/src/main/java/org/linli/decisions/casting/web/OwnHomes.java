package org.linli.decisions.casting.web;

import java.util.List;
import org.linli.decisions.roll.FrozenRoll;

/** The homes of an entry in words, for their owner. */
final class OwnHomes {

    private OwnHomes() {}

    static List<String> names(FrozenRoll.Entry entry) {
        return entry.parts().stream()
                .map(part -> part.building() + " " + part.unit() + "-" + part.room())
                .toList();
    }
}
