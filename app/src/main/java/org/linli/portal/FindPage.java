package org.linli.portal;

import java.util.List;
import org.linli.divisions.Division;
import org.linli.registry.PublicCommunities;

/** @param path from the city to the division searched in @param below its divisions, to narrow the search */
public record FindPage(
        String text, List<Division> path, List<Division> below, PublicCommunities.Found found, String after) {}
