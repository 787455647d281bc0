package org.linli.decisions.scrutiny.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.scrutiny.Scrutineers;
import org.linli.decisions.scrutiny.Scrutinies;
import org.linli.decisions.scrutiny.Scrutiny;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** On the public page of a vote: that owners were chosen for it, never who; each supervised check, what it drew and found, and how often scans were looked at. */
@Component
class ScrutinySection implements VotePageSection {

    private static final int ORDER = 650;

    private final Scrutinies scrutinies;
    private final Scrutineers scrutineers;

    ScrutinySection(Scrutinies scrutinies, Scrutineers scrutineers) {
        this.scrutinies = scrutinies;
        this.scrutineers = scrutineers;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        List<Line> lines = new ArrayList<>();
        scrutineers
                .list(vote.id())
                .forEach(chosen -> lines.add(new Line(
                        texts.t(
                                "scrutineer.line",
                                texts.date(LocalDate.ofInstant(chosen.at(), BusinessTime.ZONE)),
                                texts.of("role", chosen.role())),
                        null)));
        scrutinies.list(vote).forEach(scrutiny -> lines.add(new Line(line(scrutiny, texts), null)));
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Section(ORDER, "scrutiny.section", lines));
    }

    private static String line(Scrutiny scrutiny, Texts texts) {
        return texts.t(
                "scrutiny.line",
                texts.date(LocalDate.ofInstant(scrutiny.openedAt(), BusinessTime.ZONE)),
                scrutiny.drawn().size(),
                scrutiny.papers(),
                scrutiny.found(true),
                scrutiny.found(false),
                scrutiny.views(),
                scrutiny.seed(),
                scrutiny.drawn().isEmpty() ? "—" : scrutiny.drawn().getFirst().digits());
    }
}
