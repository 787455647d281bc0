package org.linli.decisions.reach;

import java.util.Optional;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastResult;

/** The box that every channel casts into. */
public interface CastBallots {

    CastResult cast(CastRequest request);

    Optional<CastResult.Receipt> receipt(VoteId vote, String entry, int attempt);
}
