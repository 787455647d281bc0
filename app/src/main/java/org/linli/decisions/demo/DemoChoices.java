package org.linli.decisions.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.rules.decisions.Weight;

/** How invented owners vote: most take part, most agree, and each decision passes on both axes with something to spare. */
final class DemoChoices {

    /** Of ten heads and of ten square metres, so many take part, and so many of those agree. */
    private static final int TAKE_PART = 8;

    private static final int AGREE = 8;
    private static final int OF = 10;

    private final Random random;

    DemoChoices(long seed) {
        this.random = new Random(seed);
    }

    /** The answers of those who take part, by entry. */
    Map<String, SortedMap<Integer, Answer>> answers(Vote vote, FrozenRoll roll) {
        List<FrozenRoll.Entry> all = new ArrayList<>(roll.entries());
        Collections.shuffle(all, random);
        List<FrozenRoll.Entry> voters = keep(all, TAKE_PART);
        Map<String, SortedMap<Integer, Answer>> answers = new LinkedHashMap<>();
        for (DecisionItem item : vote.items()) {
            Collections.shuffle(voters, random);
            List<FrozenRoll.Entry> agreeing = keep(voters, AGREE);
            for (FrozenRoll.Entry voter : voters) {
                Answer answer = agreeing.contains(voter) ? agree(item) : other(item);
                answers.computeIfAbsent(voter.id(), id -> new TreeMap<>()).put(item.number(), answer);
            }
        }
        return answers;
    }

    /** Leaves out entries from the end as long as the rest keeps so many tenths of heads and area. */
    private static List<FrozenRoll.Entry> keep(List<FrozenRoll.Entry> all, int tenths) {
        List<FrozenRoll.Entry> kept = new ArrayList<>(all);
        Weight whole = weigh(all);
        Weight rest = whole;
        for (FrozenRoll.Entry entry : all.reversed()) {
            Weight without = rest.minus(weight(entry));
            if (without.heads() * (long) OF >= (long) whole.heads() * tenths
                    && without.areaDm2() * OF >= whole.areaDm2() * tenths) {
                kept.remove(entry);
                rest = without;
            }
        }
        return kept;
    }

    private static Weight weigh(List<FrozenRoll.Entry> entries) {
        return entries.stream().map(DemoChoices::weight).reduce(Weight.ZERO, Weight::plus);
    }

    private static Weight weight(FrozenRoll.Entry entry) {
        return new Weight(entry.areas().getOrDefault(1, 0L), 1);
    }

    private static Answer agree(DecisionItem item) {
        return switch (item.kind()) {
            case YES_NO -> Answer.of(Answer.Kind.AGREE);
            case CHOICE -> Answer.option(1);
            case ELECTION -> Answer.marks(first(item.seats()));
        };
    }

    private Answer other(DecisionItem item) {
        return switch (item.kind()) {
            case YES_NO -> Answer.of(random.nextInt(3) == 0 ? Answer.Kind.ABSTAIN : Answer.Kind.OPPOSE);
            case CHOICE -> random.nextInt(2) == 0 ? Answer.option(2) : Answer.of(Answer.Kind.NONE_OF_THEM);
            case ELECTION -> Answer.marks(new TreeSet<>(List.of(item.options().size())));
        };
    }

    private static TreeSet<Integer> first(int count) {
        return new TreeSet<>(IntStream.rangeClosed(1, count).boxed().toList());
    }
}
