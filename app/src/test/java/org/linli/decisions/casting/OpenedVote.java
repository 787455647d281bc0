package org.linli.decisions.casting;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.springframework.context.ApplicationContext;

/** A vote that takes ballots now, over a community made for one test. */
final class OpenedVote {

    private final ApplicationContext context;
    private final VoteFixtures fixtures;
    private final Homestead homestead;
    private final VoteId id;

    private OpenedVote(ApplicationContext context, VoteFixtures fixtures, Homestead homestead, VoteId id) {
        this.context = context;
        this.fixtures = fixtures;
        this.homestead = homestead;
        this.id = id;
    }

    static OpenedVote of(ApplicationContext context, VoteFixtures fixtures, int flats, DecisionItem... items) {
        Homestead homestead = Homestead.of(context, flats);
        Vote vote = fixtures.aVote(homestead.id()).asking(items).noticed();
        fixtures.today(VoteFixtures.OPENS);
        context.getBean(RecordOpener.class).open(vote);
        return new OpenedVote(
                context,
                fixtures,
                homestead,
                fixtures.step(vote, VoteState.OPEN).id());
    }

    Vote vote() {
        return fixtures.get(id);
    }

    Homestead homestead() {
        return homestead;
    }

    VoteId id() {
        return id;
    }

    List<FrozenRoll.Entry> entries() {
        return context.getBean(Rolls.class).current(id).entries();
    }

    CastRequest ballot(int entry, Answer... answers) {
        return ballot(entry, Instant.EPOCH, answers);
    }

    /** @param received now when it is the epoch */
    CastRequest ballot(int entry, Instant received, Answer... answers) {
        SortedMap<Integer, Answer> all = new TreeMap<>();
        for (int i = 0; i < answers.length; i++) {
            all.put(i + 1, answers[i]);
        }
        FrozenRoll.Entry of = entries().get(entry);
        return new CastRequest(
                id,
                of.id(),
                all,
                CastRequest.Channel.PHONE,
                of.parts().getFirst().homeNo(),
                of.owners().getFirst(),
                7L,
                new byte[] {1, 2, 3},
                null,
                null,
                received.equals(Instant.EPOCH)
                        ? context.getBean(org.linli.platform.time.BusinessTime.class)
                                .now()
                        : received);
    }

    static Answer agree() {
        return Answer.of(Answer.Kind.AGREE);
    }

    static Answer oppose() {
        return Answer.of(Answer.Kind.OPPOSE);
    }
}
