package org.linli.people;

import java.util.Optional;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;

/** Inverted port: whoever knows communities tells where they lie. Empty for what does not exist. */
public interface CommunityPlaces {
    Optional<DivisionCode> divisionOf(CommunityId community);
}
