package org.linli.registry;

import java.util.List;

/** Inverted port: what features above the registry have under way in a community, so that it cannot end meanwhile. */
public interface CommunityDependents {

    List<Guard> guards();

    /**
     * @param reason the last part of the text key {@code registry.refused.<reason>}, whose argument are the names found
     * @param statement finds the names of what is under way in {@code :id} on {@code :on} or later
     */
    record Guard(String reason, String statement) {}
}
