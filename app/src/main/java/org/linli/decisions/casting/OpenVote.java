package org.linli.decisions.casting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.CastResult.Receipt;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.ledger.BallotSealer;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.EntryId;
import org.linli.ledger.Marks;
import org.linli.ledger.PreparedBallot;
import org.linli.ledger.RollSeal;
import org.linli.ledger.Serial;
import org.linli.ledger.SignedHead;
import org.linli.publishing.ledger.Records;
import org.linli.rules.decisions.counting.BlankRule;

/** A vote with its roll and its keys, as casting needs it: made once, used by every ballot. */
final class OpenVote {

    private final Vote vote;
    private final FrozenRoll roll;
    private final List<RollSeal> seals;
    private final BallotSealer sealer;
    private final ChoiceSeal choices;
    private final Records records;

    OpenVote(
            Vote vote,
            FrozenRoll roll,
            List<RollSeal> seals,
            BallotSealer sealer,
            ChoiceSeal choices,
            Records records) {
        this.vote = vote;
        this.roll = roll;
        this.seals = List.copyOf(seals);
        this.sealer = sealer;
        this.choices = choices;
        this.records = records;
    }

    Vote vote() {
        return vote;
    }

    FrozenRoll roll() {
        return roll;
    }

    List<RollSeal> seals() {
        return seals;
    }

    ChoiceSeal choices() {
        return choices;
    }

    /** Where a ballot stands, as its sealed choice is bound to it. */
    static String spot(Vote vote, String entry, int attempt) {
        return vote.key() + "/" + entry + "/" + attempt;
    }

    /** Numbers of the decisions in which an entry has a vote. */
    Set<Integer> asked(FrozenRoll.Entry entry) {
        return vote.items().stream()
                .filter(item -> entry.areas().containsKey(item.rollNo()))
                .map(DecisionItem::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    PreparedBallot prepare(String entry, int attempt) {
        return sealer.prepare(EntryId.parse(entry), attempt);
    }

    /** The leaf's bytes: the same for the same ballot, however often it is sealed. */
    byte[] seal(PreparedBallot prepared, SortedMap<Integer, Answer> answers, @Nullable String serial) {
        return sealer.seal(prepared, marks(answers), serial == null ? null : Serial.parse(serial));
    }

    /** What the record says of a ballot, by decision; nothing where the entry takes no part. */
    Map<Integer, Marks> marks(SortedMap<Integer, Answer> answers) {
        Map<Integer, Marks> marks = new HashMap<>();
        answers.forEach((number, answer) -> {
            Marks said = marks(vote.item(number), answer);
            if (said != null) {
                marks.put(number, said);
            }
        });
        return marks;
    }

    BallotSealer sealer() {
        return sealer;
    }

    /** What the record says of an answer; null when the entry takes no part in the decision. */
    private @Nullable Marks marks(DecisionItem item, Answer answer) {
        return switch (answer.kind()) {
            case AGREE -> Marks.of(DecisionSpec.AGREE);
            case OPPOSE -> Marks.of(DecisionSpec.OPPOSE);
            case ABSTAIN -> Marks.of(BallotPapers.spec(item).abstain());
            case OPTION -> Marks.of(answer.options().first());
            case NONE_OF_THEM ->
                item.kind() == DecisionKind.ELECTION
                        ? Marks.of()
                        : Marks.of(BallotPapers.spec(item).noneOfThem());
            case MARKS -> answer.options().size() <= item.seats() ? new Marks(answer.options()) : null;
            case INVALID -> null;
            case BLANK -> blank(item);
        };
    }

    private @Nullable Marks blank(DecisionItem item) {
        if (vote.terms().blanks() == BlankRule.NOT_PARTICIPATED) {
            return null;
        }
        return switch (item.kind()) {
            case YES_NO, CHOICE -> Marks.of(BallotPapers.spec(item).abstain());
            case ELECTION -> null;
        };
    }

    /** @param head the head that contains the place, when it is at hand */
    Receipt receipt(long place, @Nullable SignedHead head) {
        SignedHead containing = head != null && head.size() > place
                ? head
                : records.headWith(GroupCommit.record(vote.id()), vote.key(), place)
                        .orElseThrow(() -> new IllegalStateException("no head contains leaf " + place));
        return new Receipt(
                place,
                containing.size(),
                containing.root().toString(),
                java.time.Instant.EPOCH.plus(containing.timeMicros(), java.time.temporal.ChronoUnit.MICROS),
                Objects.toString(containing.signature()));
    }
}
