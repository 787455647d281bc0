package org.linli.decisions.reach.anomalies;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.VoteState;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** How many oddities there are, for everybody: the public page of a vote leads to the counts. */
@Component
class AnomalySection implements VotePageSection {

    private static final int ORDER = 60;

    private final Anomalies anomalies;

    AnomalySection(Anomalies anomalies) {
        this.anomalies = anomalies;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        boolean hasBallots = vote.state().ordinal() >= VoteState.OPEN.ordinal()
                && vote.state().ordinal() <= VoteState.FILED.ordinal();
        if (!hasBallots) {
            return Optional.empty();
        }
        int found = anomalies.counts(vote).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        Line line = new Line(texts.t("reach.anomalies.found", found), "/votes/" + vote.id() + "/anomalies");
        return Optional.of(new Section(ORDER, "reach.anomalies.section", List.of(line)));
    }
}
