package org.linli.rules.decisions.ballots;

import java.util.List;
import java.util.Set;

/** One question of a ballot as it will be printed. */
public sealed interface Question {
    String wording();

    /** An answer that a ballot offers. */
    enum Answer {
        AGREE,
        OPPOSE,
        ABSTAIN,
        /** 均不同意, for several options. */
        NONE_OF_THEM
    }

    /**
     * Agree, oppose or abstain.
     *
     * @param answers offered answers; unmodifiable
     */
    record YesOrNo(String wording, Set<Answer> answers) implements Question {
        public YesOrNo {
            answers = Set.copyOf(answers);
        }
    }

    /**
     * One of several options.
     *
     * @param options offered options; unmodifiable
     * @param answers offered answers besides; unmodifiable
     */
    record OneOf(String wording, List<String> options, Set<Answer> answers) implements Question {
        public OneOf {
            options = List.copyOf(options);
            answers = Set.copyOf(answers);
        }
    }

    /**
     * Up to so many candidates as there are seats.
     *
     * @param candidates candidates in the order of the ballot; unmodifiable
     * @param seats size of the committee, or seats of a by-election
     * @param byElection whether only vacant seats are filled, so that the committee's size is not at stake
     * @param answers what may be marked beside candidates: agree to none of them, or abstain by taking no part; unmodifiable
     */
    record Candidates(String wording, List<String> candidates, int seats, boolean byElection, Set<Answer> answers)
            implements Question {
        public Candidates {
            candidates = List.copyOf(candidates);
            answers = Set.copyOf(answers);
        }
    }
}
