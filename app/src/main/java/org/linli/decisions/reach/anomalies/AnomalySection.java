package org.linli.decisions.reach.anomalies;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.VoteState;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/**
 * The public page of a vote leads to the counts of oddities and rulings. They read every ballot, so they are not made here, for each
 * reader of the notice.
 */
@Component
class AnomalySection implements VotePageSection {

    private static final int ORDER = 60;

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        boolean hasBallots = vote.state().ordinal() >= VoteState.OPEN.ordinal()
                && vote.state().ordinal() <= VoteState.FILED.ordinal();
        if (!hasBallots) {
            return Optional.empty();
        }
        Line line = new Line(texts.t("reach.anomalies.link"), "/votes/" + vote.id() + "/anomalies");
        return Optional.of(new Section(ORDER, "reach.anomalies.section", List.of(line)));
    }
}
