package org.linli.decisions.editions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.editions.Edition;
import org.linli.decisions.editions.Editions;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** On the public page of a vote: which full editions were made, for whom and when. */
@Component
class EditionSection implements VotePageSection {

    private static final int ORDER = 700;

    private final Editions editions;

    EditionSection(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        List<Line> lines = new ArrayList<>();
        for (Edition edition : editions.list(vote)) {
            Edition.Made made = edition.made();
            if (made != null) {
                LocalDate day = LocalDate.ofInstant(made.at(), BusinessTime.ZONE);
                lines.add(new Line(texts.t("editions.line", texts.date(day), edition.authority()), null));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Section(ORDER, "editions.section", lines));
    }
}
