package org.linli.decisions.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Answer.Kind;
import org.linli.rules.decisions.Weight;

/**
 * A weight with what was said for it on one decision.
 *
 * @param answer null when nothing was returned
 * @param delivered whether the file proves that a ballot was delivered
 */
record Said(Weight weight, @Nullable Answer answer, boolean delivered) {

    /**
     * What each head said. A head whose pieces say different things, which only another reading of the roll knows, is split:
     * each area goes with its own ballot; the head agrees only if all of its ballots that take part do.
     */
    static List<Said> of(DecisionItem item, List<Voter> voters, Map<String, Answer> answers) {
        List<Said> all = new ArrayList<>(voters.size());
        for (Voter voter : voters) {
            List<@Nullable Answer> said = new ArrayList<>();
            voter.pieces().forEach(piece -> said.add(piece.entry() == null ? null : answers.get(piece.entry())));
            if (said.stream().allMatch(answer -> Objects.equals(answer, said.getFirst()))) {
                all.add(new Said(new Weight(voter.areaDm2(), voter.heads()), said.getFirst(), voter.isDelivered()));
                continue;
            }
            for (int i = 0; i < said.size(); i++) {
                Voter.Piece piece = voter.pieces().get(i);
                all.add(new Said(new Weight(piece.areaDm2(), 0), said.get(i), piece.delivered()));
            }
            all.add(new Said(new Weight(0, voter.heads()), joint(item, said), voter.isDelivered()));
        }
        return all;
    }

    private static @Nullable Answer joint(DecisionItem item, List<@Nullable Answer> said) {
        List<Answer> speaking = new ArrayList<>();
        for (Answer answer : said) {
            if (answer != null && answer.kind() != Kind.INVALID) {
                speaking.add(answer);
            }
        }
        if (speaking.isEmpty()) {
            return said.stream().filter(Objects::nonNull).findFirst().orElse(null);
        }
        Optional<Answer> common = speaking.stream().allMatch(speaking.getFirst()::equals)
                ? Optional.of(speaking.getFirst())
                : Optional.empty();
        return common.orElseGet(() -> item.kind() == DecisionKind.ELECTION
                ? commonMarks(speaking)
                : Answer.of(
                        speaking.stream().anyMatch(answer -> answer.kind() == Kind.OPPOSE)
                                ? Kind.OPPOSE
                                : Kind.ABSTAIN));
    }

    /** Nobody marked by all: then the head takes no part in the election. */
    private static Answer commonMarks(List<Answer> speaking) {
        TreeSet<Integer> marks = new TreeSet<>(speaking.getFirst().options());
        speaking.forEach(answer -> marks.retainAll(answer.options()));
        return marks.isEmpty() ? Answer.of(Kind.BLANK) : Answer.marks(marks);
    }
}
