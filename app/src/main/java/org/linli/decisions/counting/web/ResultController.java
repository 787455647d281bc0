package org.linli.decisions.counting.web;

import org.linli.decisions.DecisionId;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.counting.Results;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a vote decided, for anybody and for a court. */
@Controller
class ResultController {

    private final Votes votes;
    private final Results results;

    ResultController(Votes votes, Results results) {
        this.votes = votes;
        this.results = results;
    }

    @PublicPage
    @GetMapping("/votes/{vote}/result")
    ModelAndView result(@PathVariable String vote) {
        return page(votes.getPublic(vote), 0);
    }

    @PublicPage
    @GetMapping("/decisions/{id}")
    ModelAndView decision(@PathVariable String id) {
        DecisionId decision = DecisionId.parse(id).orElseThrow(NotFound::new);
        Vote vote = votes.findPublic(decision.vote()).orElseThrow(NotFound::new);
        if (vote.items().stream().noneMatch(item -> item.number() == decision.number())) {
            throw new NotFound();
        }
        return page(vote, decision.number());
    }

    private ModelAndView page(Vote vote, int single) {
        return results.find(vote)
                .map(result -> Views.of("decisions/counting/result", ResultPage.of(result, single)))
                .orElseGet(() -> Views.of("decisions/counting/no-result", vote));
    }
}
