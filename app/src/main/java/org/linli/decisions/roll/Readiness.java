package org.linli.decisions.roll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes.By;
import org.linli.decisions.roll.ReadinessReport.AreaEffect;
import org.linli.decisions.roll.ReadinessReport.Effect;
import org.linli.decisions.roll.ReadinessReport.OwnerRow;
import org.linli.decisions.roll.ReadinessReport.Pair;
import org.linli.decisions.roll.ReadinessReport.Place;
import org.linli.decisions.roll.ReadinessReport.Statement;
import org.linli.platform.text.Words;
import org.linli.registry.RollSource.Owner;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.PartState;
import org.linli.rules.decisions.roll.Roll;
import org.linli.rules.decisions.roll.RollTerms;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be completed before a roll is frozen, and what the organiser says and rules on it. */
@Service
public class Readiness {

    private static final int REASON_LENGTH = 500;

    private final RegisterParts registers;
    private final OwnerPairs pairs;
    private final Gaps gaps;
    private final RollStore rolls;

    Readiness(RegisterParts registers, OwnerPairs pairs, Gaps gaps, RollStore rolls) {
        this.registers = registers;
        this.pairs = pairs;
        this.gaps = gaps;
        this.rolls = rolls;
    }

    /** Why a statement or a ruling on a pair was not taken. Nothing was stored. */
    public enum Refusal {
        /** DEC-211: the roll is frozen. */
        FROZEN,
        /** DEC-212: no reason, or a longer one than 500 characters. */
        NO_REASON,
        /** DEC-213: there is no gap to speak of. */
        NOTHING_OPEN,
        /** DEC-214: no such open pair; somebody may have resolved it. */
        NO_SUCH_PAIR
    }

    /** The register as it would be frozen on the vote's notice day, with today's knowledge. */
    public ReadinessReport report(Vote vote) {
        return new Reading(
                        vote, registers.read(vote.id().community(), vote.terms().noticeOn()))
                .report();
    }

    /** States why the roll may be frozen although something is unknown of parts; holds for the gaps that are open now. */
    @Transactional
    public Optional<Refusal> accept(Vote vote, String reason, By by) {
        if (rolls.lastVersion(vote.id()) > 0) {
            return Optional.of(Refusal.FROZEN);
        }
        if (isNoReason(reason)) {
            return Optional.of(Refusal.NO_REASON);
        }
        Set<Integer> open = new Reading(
                        vote, registers.read(vote.id().community(), vote.terms().noticeOn()))
                .unaccepted();
        if (open.isEmpty()) {
            return Optional.of(Refusal.NOTHING_OPEN);
        }
        gaps.accept(vote.id(), open, reason.strip(), by.name(), Objects.requireNonNull(by.account()));
        return Optional.empty();
    }

    /** Rules that two rows of one name are one person, or are not. */
    @Transactional
    public Optional<Refusal> resolve(Vote vote, int one, int other, boolean same, String reason, By by) {
        if (rolls.lastVersion(vote.id()) > 0) {
            return Optional.of(Refusal.FROZEN);
        }
        if (isNoReason(reason)) {
            return Optional.of(Refusal.NO_REASON);
        }
        Register register = registers.read(vote.id().community(), vote.terms().noticeOn());
        if (one == other || !register.openPairs().contains(OwnerPair.of(one, other))) {
            return Optional.of(Refusal.NO_SUCH_PAIR);
        }
        pairs.rule(
                vote.id().community(),
                OwnerPair.of(one, other),
                same,
                reason.strip(),
                by.name(),
                Objects.requireNonNull(by.account()));
        return Optional.empty();
    }

    private static boolean isNoReason(String reason) {
        return !Words.isGiven(reason, REASON_LENGTH);
    }

    /** One look at the register. */
    private final class Reading {
        private final Vote vote;
        private final Register register;
        private final RollMaker maker;
        private final RollTerms terms;
        private final RollMaker.Result made;
        private final Map<Integer, RegisterPart> parts = new HashMap<>();
        private final Map<Integer, Owner> owners;

        Reading(Vote vote, Register register) {
            this.vote = vote;
            this.register = register;
            this.maker = new RollMaker(vote);
            this.terms = RollMaker.terms(vote, register.persons().developer());
            this.made = maker.make(register.sources(), terms);
            this.owners = register.persons().byNumber();
            register.parts().forEach(part -> parts.put(part.homeNo(), part));
        }

        ReadinessReport report() {
            List<Place> withoutOwner = places(missing(Roll.Missing.OWNER));
            int heads = made.persons().size();
            List<Integer> withoutArea = missing(Roll.Missing.AREA);
            List<OwnerPair> open = register.openPairs();
            return new ReadinessReport(
                    made.persons().stream()
                            .mapToInt(person -> person.parts().size())
                            .sum(),
                    new Weight(area(), heads),
                    withoutOwner,
                    places(withoutArea),
                    withoutId(),
                    withoutContact(),
                    open.stream().map(this::pair).toList(),
                    new AreaEffect(withoutArea.size(), area(), largest()),
                    new Effect(heads, Math.max(Math.min(1, heads), heads - withoutOwner.size())),
                    new Effect(heads, heads(open, register.sources())),
                    unaccepted().size(),
                    statements());
        }

        Set<Integer> unaccepted() {
            Set<Integer> open = made.gaps().stream()
                    .map(gap -> Integer.valueOf(gap.part()))
                    .collect(Collectors.toCollection(TreeSet::new));
            open.removeAll(gaps.accepted(vote.id()));
            return open;
        }

        private List<Statement> statements() {
            return gaps.list(vote.id()).stream()
                    .map(said -> new Statement(said.homes().size(), said.reason(), said.by(), said.at()))
                    .toList();
        }

        /** The area of everybody, each part once, whatever rolls it is on. */
        private long area() {
            return made.persons().stream()
                    .flatMap(person -> person.parts().stream())
                    .map(SourcePart::areaDm2)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** The largest area of a part on the rolls. */
        private long largest() {
            return made.persons().stream()
                    .flatMap(person -> person.parts().stream())
                    .map(SourcePart::areaDm2)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }

        private List<Integer> missing(Roll.Missing what) {
            return made.gaps().stream()
                    .filter(gap -> gap.missing() == what)
                    .map(gap -> Integer.valueOf(gap.part()))
                    .sorted()
                    .toList();
        }

        private List<OwnerRow> withoutId() {
            return onRoll().stream()
                    .map(owners::get)
                    .filter(Objects::nonNull)
                    .filter(owner -> owner.idHash() == null
                            && !register.persons().developers().contains(owner.ownerNo()))
                    .map(owner -> row(owner.ownerNo()))
                    .toList();
        }

        private Set<Integer> onRoll() {
            Set<Integer> numbers = new TreeSet<>();
            made.persons().forEach(person -> numbers.addAll(person.owners()));
            return numbers;
        }

        private List<Place> withoutContact() {
            List<Integer> homes = new ArrayList<>();
            for (RollMaker.Made person : made.persons()) {
                boolean reached =
                        person.owners().stream().map(owners::get).anyMatch(owner -> owner != null && owner.hasPhone());
                if (!person.developer() && !reached) {
                    homes.addAll(person.homes());
                }
            }
            return places(homes);
        }

        private Pair pair(OwnerPair pair) {
            int first = register.persons().of(pair.ownerA());
            int second = register.persons().of(pair.ownerB());
            // Exactly the same owners: only parts of the two can merge. Any common owner: anything can.
            List<SourcePart> touched = register.sources().stream()
                    .filter(part -> terms.ownerSets() == OwnerSetRule.COMMON_OWNER
                            || part.state() == PartState.DELIVERED
                                    && (part.persons().contains(first)
                                            || part.persons().contains(second)))
                    .toList();
            int fewer = heads(List.of(), touched) - heads(List.of(pair), touched);
            int heads = made.persons().size();
            return new Pair(row(pair.ownerA()), row(pair.ownerB()), new Effect(heads, heads - fewer));
        }

        /** Heads of these parts if the pairs were one person each. */
        private int heads(Collection<OwnerPair> merged, List<SourcePart> among) {
            return maker.make(AlternativeRoll.merged(among, persons(merged)), terms)
                    .persons()
                    .size();
        }

        private List<OwnerPair> persons(Collection<OwnerPair> rows) {
            return rows.stream()
                    .map(pair -> OwnerPair.of(
                            register.persons().of(pair.ownerA()),
                            register.persons().of(pair.ownerB())))
                    .toList();
        }

        private OwnerRow row(int ownerNo) {
            List<Integer> homes = register.sources().stream()
                    .filter(part -> part.owners().contains(ownerNo))
                    .map(SourcePart::homeNo)
                    .toList();
            return new OwnerRow(
                    ownerNo, Objects.requireNonNull(owners.get(ownerNo)).maskedName(), places(homes));
        }

        private List<Place> places(Collection<Integer> homes) {
            return homes.stream()
                    .map(parts::get)
                    .filter(Objects::nonNull)
                    .map(part -> new Place(part.homeNo(), part.building(), part.unit(), part.room()))
                    .toList();
        }
    }
}
