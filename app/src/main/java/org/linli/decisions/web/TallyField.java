package org.linli.decisions.web;

import java.util.Arrays;
import java.util.List;
import org.linli.rules.decisions.Axis;

/** A field of the form, in its order. */
enum TallyField {
    TOTAL_AREA("totalArea", Axis.AREA),
    TOTAL_HEADS("totalHeads", Axis.HEADS),
    VOTED_AREA("votedArea", Axis.AREA),
    VOTED_HEADS("votedHeads", Axis.HEADS),
    AGREED_AREA("agreedArea", Axis.AREA),
    AGREED_HEADS("agreedHeads", Axis.HEADS);

    private final String parameter;
    private final Axis axis;

    TallyField(String parameter, Axis axis) {
        this.parameter = parameter;
        this.axis = axis;
    }

    /** Name in the address and id on the page. */
    String parameter() {
        return parameter;
    }

    Axis axis() {
        return axis;
    }

    static List<TallyField> all() {
        return Arrays.asList(values());
    }
}
