package org.linli.decisions.counting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.counting.Results;
import org.linli.decisions.counting.Results.Result;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** The outcome on the public page of a vote, once its witnesses have signed. */
@Component
class ResultSection implements VotePageSection {

    private static final int ORDER = 500;

    private final Results results;

    ResultSection(Results results) {
        this.results = results;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        return results.find(vote).map(result -> new Section(ORDER, "counting.section", lines(result, texts)));
    }

    private static List<Line> lines(Result result, Texts texts) {
        List<Line> lines = new ArrayList<>();
        for (ItemView view : ResultPage.of(result, 0).items()) {
            String outcome = view.overruled()
                    ? texts.t("counting.void")
                    : texts.of("decisions.outcome", view.counted().outcome());
            lines.add(new Line(
                    texts.t("counting.item", Integer.toString(view.item().number()))
                            + view.item().wording() + " — " + outcome,
                    "/decisions/" + result.vote().id() + "-" + view.item().number()));
        }
        lines.add(new Line(
                texts.t("counting.to-result"), "/votes/" + result.vote().id() + "/result"));
        return lines;
    }
}
