package org.linli.decisions.roll.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.roll.Challenges;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** The fingerprint of the roll on the public page of a vote: no room, no area but the sum, and how many parts count without one. */
@Component
class RollSection implements VotePageSection {

    private static final int ORDER = 300;

    private final Rolls rolls;
    private final Challenges challenges;

    RollSection(Rolls rolls, Challenges challenges) {
        this.rolls = rolls;
        this.challenges = challenges;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        return rolls.find(vote.id()).map(roll -> new Section(ORDER, "decisions.roll.public", lines(vote, roll, texts)));
    }

    private List<Line> lines(Vote vote, FrozenRoll roll, Texts texts) {
        List<Line> lines = new ArrayList<>();
        for (FrozenRoll.Edition edition : rolls.versions(vote.id())) {
            boolean holds = edition.version().number() == roll.version().number();
            edition.rolls()
                    .forEach((rollNo, root) -> lines.add(new Line(
                            texts.t(
                                    holds ? "decisions.roll.public.holds" : "decisions.roll.public.before",
                                    rollNo,
                                    texts.number(root.total().heads()),
                                    texts.area(root.total().areaDm2()),
                                    root.hash(),
                                    texts.time(edition.version().frozenAt())),
                            null)));
        }
        roll.rolls()
                .keySet()
                .forEach(rollNo -> lines.add(new Line(
                        texts.t("decisions.roll.public.file", rollNo),
                        "/api/v1/votes/" + vote.id() + "/rolls/" + rollNo + ".bin")));
        if (roll.isSmall()) {
            lines.add(new Line(texts.t("decisions.roll.public.small", FrozenRoll.SMALL), null));
        }
        long unmeasured = roll.entries().stream()
                .flatMap(entry -> entry.parts().stream())
                .filter(part -> part.source() == null)
                .count();
        if (unmeasured > 0) {
            lines.add(new Line(texts.t("decisions.roll.public.unmeasured", unmeasured), null));
        }
        int open = challenges.open(vote.id());
        if (open > 0) {
            lines.add(new Line(texts.t("decisions.roll.public.challenges", open), null));
        }
        return lines;
    }
}
