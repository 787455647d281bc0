package org.linli.ledger;

import java.util.List;

/**
 * What was put to the vote, word for word. Its digest stands in the record before the first ballot, so that no question can be
 * reworded afterwards.
 *
 * @param community name of the community
 * @param title what the vote is called
 * @param opensAtMicros first instant of the window, microseconds since 1970-01-01T00:00Z
 * @param rulePack the rules it is held under
 * @param questions the decisions, by number; unmodifiable
 */
public record BallotPaper(
        VoteKey voteKey, String community, String title, long opensAtMicros, Pack rulePack, List<Question> questions) {
    /**
     * The rule pack in force.
     *
     * @param code its name, such as {@code taizhou-2021}
     * @param division code of the division the community lies in
     * @param noticedOn legal day of the notice, such as {@code 2023-09-01}, which settles what is in force
     * @param articles what the thresholds rest on, such as {@code CIVIL_CODE 278}; unmodifiable
     */
    public record Pack(String code, String division, String noticedOn, List<String> articles) {
        public Pack {
            articles = List.copyOf(articles);
        }
    }

    /**
     * One decision as it stands on the paper.
     *
     * @param spec its shape
     * @param decisionClass ORDINARY or SPECIAL
     * @param title what is decided
     * @param options options or candidates in the order of their numbers; empty for YES_NO; unmodifiable
     * @param reducesEven whether an election's even result is reduced to the lower odd number
     * @param alternates whether an election has alternates; they are not among those elected
     * @param byElection whether an election fills vacant seats of a committee that stands, so that no size is asked for
     */
    public record Question(
            DecisionSpec spec,
            String decisionClass,
            String title,
            List<String> options,
            boolean reducesEven,
            boolean alternates,
            boolean byElection) {
        public Question {
            options = List.copyOf(options);
            if (options.size() != spec.options()) {
                throw new IllegalArgumentException(
                        "%d options named, %d asked for".formatted(options.size(), spec.options()));
            }
            if (byElection && spec.kind() != DecisionKind.ELECTION) {
                throw new IllegalArgumentException("a by-election that is no election: " + spec);
            }
        }
    }

    /** Refuses decisions that are not numbered upwards. */
    public BallotPaper {
        questions = List.copyOf(questions);
        for (int i = 1; i < questions.size(); i++) {
            if (questions.get(i).spec().number() <= questions.get(i - 1).spec().number()) {
                throw new IllegalArgumentException("decisions out of order");
            }
        }
    }

    public List<DecisionSpec> specs() {
        return questions.stream().map(Question::spec).toList();
    }

    public Digest digest(Suite suite) {
        ByteSink out = ByteSink.tagged("linli/paper")
                .raw(voteKey.bytes())
                .text(community)
                .text(title)
                .u64(opensAtMicros)
                .text(rulePack.code())
                .text(rulePack.division())
                .text(rulePack.noticedOn())
                .u16(rulePack.articles().size());
        rulePack.articles().forEach(out::text);
        out.u16(questions.size());
        questions.forEach(question -> write(out, question));
        return suite.hash(out.bytes());
    }

    private static void write(ByteSink out, Question question) {
        DecisionSpec spec = question.spec();
        out.u16(spec.number())
                .u8(spec.kind().code())
                .text(question.decisionClass())
                .text(question.title());
        out.u16(spec.options());
        question.options().forEach(out::text);
        out.u16(spec.seats()).u16(spec.rollNo());
        out.u8(question.reducesEven() ? 1 : 0).u8(question.alternates() ? 1 : 0).u8(question.byElection() ? 1 : 0);
    }
}
