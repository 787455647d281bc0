package org.linli.decisions.witness.web;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.witness.SeenHeads;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** On the public page of a vote: where anybody gets the heads of its record. */
@Component
class WitnessSection implements VotePageSection {

    private static final int ORDER = 800;

    private final SeenHeads heads;

    WitnessSection(SeenHeads heads) {
        this.heads = heads;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        if (heads.of(vote).heads().isEmpty()) {
            return Optional.empty();
        }
        String api = "/api/v1/votes/" + vote.id();
        return Optional.of(new Section(
                ORDER,
                "witness.section",
                List.of(
                        new Line(texts.t("witness.file"), api + "/heads.json"),
                        new Line(texts.t("witness.feed"), api + "/heads.atom"))));
    }
}
