package org.linli.registry.claims;

import org.linli.platform.ids.CommunityId;

/** A home as somebody writes it. @param unit the stairwell */
public record HomeWords(CommunityId community, String building, String unit, String room) {

    /** The same for the same words; what tries against one home are counted by. */
    String key() {
        return community + "/" + HomeRegister.canonical(building) + "/" + HomeRegister.canonical(unit) + "/"
                + HomeRegister.canonical(room);
    }
}
