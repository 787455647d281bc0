package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.DatedRows.Shape;
import org.linli.registry.city.City;
import org.linli.rules.decisions.assembly.ManagementCommittee;
import org.linli.rules.decisions.assembly.PreparatoryGroup;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Committees, management committees and preparatory groups with their terms and members (domain a.6 to a.8, g.3).
 *
 * <p>Source: Taizhou regulation on property management art. 19 (5 to 11 members, odd) and art. 27 (3 to 5 years) [V]; arts. 14 and
 * 30 to 34 as {@link PreparatoryGroup} and {@link ManagementCommittee} say.
 */
@Service
public class Committees {

    private static final int LEAST = 5;
    private static final int MOST = 11;
    private static final int SHORTEST_YEARS = 3;
    private static final int LONGEST_YEARS = 5;

    /** The numbers for a preparatory group. Taizhou's are the only ones that come with Linli. */
    private static final RulePack PACK = RulePacks.TAIZHOU_2021;

    private final DatedRows rows;
    private final Reach reach;
    private final City city;
    private final Members members;
    private final PersonalData personal;
    private final BusinessTime time;

    Committees(JdbcClient jdbc, Members members, Reach reach, City city, PersonalData personal, BusinessTime time) {
        this.rows = new DatedRows(
                jdbc,
                new Shape(
                        "linli.committee",
                        List.of("community_id", "committee_no"),
                        Stream.of(
                                        List.of(
                                                "kind",
                                                "decided_on",
                                                "term_from",
                                                "term_to",
                                                "agreed_size",
                                                "filing_no",
                                                "filed_on"),
                                        CommitteePapers.FIELDS)
                                .flatMap(List::stream)
                                .toList(),
                        true,
                        true));
        this.reach = reach;
        this.city = city;
        this.members = members;
        this.personal = personal;
        this.time = time;
    }

    /** What sort of body. */
    public enum Kind {
        /** 业主委员会. */
        COMMITTEE,
        /** 物业管理委员会. */
        PMC,
        /** 业主大会筹备组, until the first assembly has met. */
        PREPARATORY_GROUP;

        /** Whether others than owners sit on it, so that each member's side is recorded. */
        public boolean isMixed() {
            return this != COMMITTEE;
        }

        boolean hasEnoughOwners(int owners, int members) {
            return switch (this) {
                case COMMITTEE -> owners == members;
                case PMC -> ManagementCommittee.hasEnoughOwners(owners, members);
                case PREPARATORY_GROUP -> PreparatoryGroup.hasEnoughOwners(owners, members);
            };
        }

        /** How many of so many members may be no owners. */
        public int mostOthers(int members) {
            return switch (this) {
                case COMMITTEE -> 0;
                case PMC -> ManagementCommittee.mostOthers(members);
                case PREPARATORY_GROUP -> PreparatoryGroup.mostOthers(members);
            };
        }

        private boolean isLawfulSize(int size) {
            return switch (this) {
                case COMMITTEE -> size >= LEAST && size <= MOST && size % 2 == 1;
                case PMC -> ManagementCommittee.isLawfulSize(size);
                case PREPARATORY_GROUP -> PreparatoryGroup.isLawfulSize(size, PACK);
            };
        }

        /** What such a refusal is called in texts. */
        String word() {
            return switch (this) {
                case COMMITTEE -> "committee";
                case PMC -> "pmc";
                case PREPARATORY_GROUP -> "preparatory";
            };
        }
    }

    /** Whom a member of a mixed body stands for. */
    public enum Side {
        OWNER,
        /** 建设单位. */
        DEVELOPER,
        /** 街道（乡镇）. */
        STREET,
        /** 物业主管部门. */
        DEPARTMENT,
        POLICE,
        /** 居（村）委会. */
        RESIDENTS_COMMITTEE,
        OTHER
    }

    /** A member's post. */
    public enum Post {
        CHAIR,
        VICE_CHAIR,
        MEMBER,
        ALTERNATE
    }

    /**
     * One term of one body.
     *
     * @param decidedOn day of the election
     * @param termTo last day of the term
     * @param agreedSize seats
     * @param filingNo of the filing with department and street; null while not filed
     * @param papers what else its file holds
     */
    public record Term(
            Kind kind,
            LocalDate decidedOn,
            LocalDate termFrom,
            LocalDate termTo,
            int agreedSize,
            @Nullable String filingNo,
            @Nullable LocalDate filedOn,
            CommitteePapers papers) {

        public Term(
                Kind kind,
                LocalDate decidedOn,
                LocalDate termFrom,
                LocalDate termTo,
                int agreedSize,
                @Nullable String filingNo,
                @Nullable LocalDate filedOn) {
            this(kind, decidedOn, termFrom, termTo, agreedSize, filingNo, filedOn, CommitteePapers.NONE);
        }

        /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
        public static Term read(Fields fields) {
            Kind kind = fields.requiredChoice("kind", Kind.class);
            LocalDate decided = fields.requiredDate("decided_on");
            LocalDate from = ofGroup(fields, kind, "term_from", decided);
            LocalDate to =
                    ofGroup(fields, kind, "term_to", PreparatoryGroup.firstMeetingBy(decided, PACK, Holidays.NATIONAL));
            Integer typed = fields.count("agreed_size");
            int size = typed == null ? 0 : typed;
            if (fields.isSound()) {
                check(fields, kind, from, to, size);
            }
            return new Term(
                    kind,
                    decided,
                    from,
                    to,
                    size,
                    fields.text("filing_no", 60),
                    fields.date("filed_on"),
                    CommitteePapers.read(fields));
        }

        /** A preparatory group begins on the day it is formed, and its time is the rule's. */
        private static LocalDate ofGroup(Fields fields, Kind kind, String field, LocalDate usual) {
            return kind == Kind.PREPARATORY_GROUP && fields.raw(field).isEmpty() ? usual : fields.requiredDate(field);
        }

        private static void check(Fields fields, Kind kind, LocalDate from, LocalDate to, int size) {
            if (!to.isAfter(from)) {
                fields.refuse("term_to", "end-before-start", from);
            } else if (kind == Kind.COMMITTEE
                    && (to.plusDays(1).isBefore(from.plusYears(SHORTEST_YEARS))
                            || to.plusDays(1).isAfter(from.plusYears(LONGEST_YEARS)))) {
                fields.refuse("term_to", "term-length", SHORTEST_YEARS, LONGEST_YEARS);
            }
            if (!kind.isLawfulSize(size)) {
                fields.refuse("agreed_size", kind.word() + "-size");
            }
        }

        /** @param before the row that these facts replace, null for none */
        Map<String, @Nullable Object> facts(PersonalData personal, @Nullable DatedRow before) {
            Map<String, @Nullable Object> facts = papers.facts(personal, before);
            facts.putAll(own());
            return facts;
        }

        private Map<String, @Nullable Object> own() {
            Map<String, @Nullable Object> facts = new HashMap<>();
            facts.put("kind", kind.name());
            facts.put("decided_on", decidedOn);
            facts.put("term_from", termFrom);
            facts.put("term_to", termTo);
            facts.put("agreed_size", agreedSize);
            facts.put("filing_no", filingNo);
            facts.put("filed_on", filedOn);
            return facts;
        }

        static Term of(DatedRow row, PersonalData personal) {
            LocalDate decided = row.date("decided_on");
            LocalDate from = row.date("term_from");
            LocalDate to = row.date("term_to");
            return new Term(
                    Kind.valueOf(String.valueOf(row.text("kind"))),
                    decided == null ? row.from() : decided,
                    from == null ? row.from() : from,
                    to == null ? row.from() : to,
                    Objects.requireNonNullElse(row.count("agreed_size"), 0),
                    row.text("filing_no"),
                    row.date("filed_on"),
                    CommitteePapers.of(row, personal));
        }

        /** The form filled with this term, as {@link #read} reads it. */
        public Map<String, String> typed() {
            Map<String, String> typed = new HashMap<>();
            typed.putAll(papers.typed(true));
            own().forEach((column, value) -> {
                if (value != null) {
                    typed.put(column, value.toString());
                }
            });
            return typed;
        }
    }

    /**
     * @param version of the member's line, which a form must carry back
     * @param side null where nobody recorded it
     * @param to first day no longer a member, null: still
     */
    public record Member(
            int number,
            int version,
            String name,
            Post post,
            @Nullable Side side,
            LocalDate from,
            @Nullable LocalDate to) {
        public boolean sits(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** @param version last version, which a form must carry back @param rowVersion the version shown */
    public record Committee(
            int number, int version, int rowVersion, Term term, List<Member> members, LocalDate validFrom) {

        /** Members who fill a seat on a day. */
        public List<Member> seated(LocalDate day) {
            return members.stream()
                    .filter(member -> member.post() != Post.ALTERNATE && member.sits(day))
                    .toList();
        }

        public int owners(LocalDate day) {
            return Math.toIntExact(seated(day).stream()
                    .filter(member -> member.side() == Side.OWNER)
                    .count());
        }

        /** Whether owners fill their share of all its seats. */
        public boolean hasEnoughOwners(LocalDate day) {
            return term.kind().hasEnoughOwners(owners(day), term.agreedSize());
        }

        /** Members of whom nobody recorded for whom they stand. */
        public long unknownSides(LocalDate day) {
            return seated(day).stream().filter(member -> member.side() == null).count();
        }

        /** The fewest of its seats that owners must fill. */
        public int fewestOwners() {
            return term.agreedSize() - term.kind().mostOthers(term.agreedSize());
        }

        /** Whether a management committee has no convener from the street yet. */
        public boolean lacksConvener(LocalDate day) {
            return term.kind() == Kind.PMC
                    && seated(day).stream()
                            .noneMatch(member -> member.post() == Post.CHAIR && member.side() == Side.STREET);
        }
    }

    /** All terms of a community as known now, newest first. */
    public List<Committee> list(CommunityId id, RowScope scope) {
        Map<Integer, List<Member>> sitting = members.list(id, scope);
        return rows.current(Map.of("community_id", id.value()), scope).stream()
                .collect(Collectors.toMap(Committees::number, row -> row, (a, b) -> b))
                .values()
                .stream()
                .map(row -> new Committee(
                        number(row),
                        rows.lastVersion(row.key()),
                        row.version(),
                        Term.of(row, personal),
                        sitting.getOrDefault(number(row), List.of()),
                        row.from()))
                .sorted(Comparator.comparing(
                                (Committee committee) -> committee.term().termFrom())
                        .reversed())
                .toList();
    }

    public Optional<Committee> find(CommunityId id, int number, RowScope scope) {
        return list(id, scope).stream()
                .filter(committee -> committee.number() == number)
                .findFirst();
    }

    /** Everything ever recorded of the community's committees, newest first. */
    public List<HistoryEntry> history(CommunityId id, RowScope scope) {
        List<HistoryEntry> entries = new ArrayList<>();
        rows.all(Map.of("community_id", id.value()), scope).stream()
                .collect(Collectors.groupingBy(Committees::number))
                .forEach((number, versions) -> entries.addAll(Histories.of("committee", number, versions)));
        entries.addAll(members.history(id, scope));
        return entries;
    }

    /** Records a term that begins; refused while another body of the community is in its term. */
    @Transactional
    public Outcome elect(CommunityId id, Term term, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Outcome> refused = refuse(id, 0, term, clerk.scope());
        if (refused.isPresent()) {
            return refused.get();
        }
        int number = rows.all(Map.of("community_id", id.value()), clerk.scope()).stream()
                        .mapToInt(Committees::number)
                        .max()
                        .orElse(0)
                + 1;
        rows.insert(
                key(id, number), term.termFrom(), null, term.facts(personal, null), stamp(Act.CHANGE, reason, clerk));
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    /** 变更: such as a term cut short, or its filing. */
    @Transactional
    public Outcome change(
            CommunityId id, int number, int version, Term term, LocalDate from, String reason, Clerk clerk) {
        return replace(id, number, version, term, clerk, row -> {
            if (!row.contains(from)) {
                return Outcome.Refused.of("from", "not-in-force");
            }
            rows.change(row, from, term.facts(personal, row), stamp(Act.CHANGE, reason, clerk));
            return new Outcome.Stored(Integer.toString(number));
        });
    }

    /** 更正: the term was never as recorded. */
    @Transactional
    public Outcome correct(CommunityId id, int number, int version, Term term, String reason, Clerk clerk) {
        return replace(id, number, version, term, clerk, row -> {
            rows.correct(row, term.facts(personal, row), stamp(Act.CORRECTION, reason, clerk));
            return new Outcome.Stored(Integer.toString(number));
        });
    }

    private Outcome replace(
            CommunityId id,
            int number,
            int version,
            Term term,
            Clerk clerk,
            java.util.function.Function<DatedRow, Outcome> step) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        List<DatedRow> current = rows.current(key(id, number), clerk.scope());
        if (current.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (rows.lastVersion(key(id, number)) != version) {
            return new Outcome.Overtaken();
        }
        Optional<Outcome> refused = refuse(id, number, term, clerk.scope());
        Outcome outcome = refused.isPresent() ? refused.get() : step.apply(current.getLast());
        if (outcome instanceof Outcome.Stored) {
            city.changed();
        }
        return outcome;
    }

    private Optional<Outcome> refuse(CommunityId id, int number, Term term, RowScope scope) {
        if (term.decidedOn().isAfter(time.today())) {
            return Optional.of(Outcome.Refused.of("decided_on", "in-future"));
        }
        List<Committee> all = list(id, scope);
        if (all.stream().anyMatch(self -> self.number() == number && hasTooFewOwners(self, term))) {
            return Optional.of(Outcome.Refused.of("agreed_size", term.kind().word() + "-owners"));
        }
        return all.stream()
                .filter(other -> other.number() != number)
                .map(Committee::term)
                // A preparatory group is at work until the assembly it prepares has elected another body.
                .filter(other -> (other.kind() == Kind.PREPARATORY_GROUP) == (term.kind() == Kind.PREPARATORY_GROUP))
                .filter(other -> !term.termFrom().isAfter(other.termTo())
                        && !other.termFrom().isAfter(term.termTo()))
                .findFirst()
                .map(other -> Outcome.Refused.of("term_from", "term-overlaps", other.termFrom(), other.termTo()));
    }

    /** Whether those who sit and are no owners leave too few of the new number of seats. */
    private boolean hasTooFewOwners(Committee committee, Term term) {
        long others = committee.seated(time.today()).stream()
                .filter(member -> member.side() != null && member.side() != Side.OWNER)
                .count();
        return term.kind().isMixed() && others > term.kind().mostOthers(term.agreedSize());
    }

    private static int number(DatedRow row) {
        return (Integer) Objects.requireNonNull(row.key().get("committee_no"));
    }

    private static Map<String, Object> key(CommunityId id, int number) {
        return Map.of("community_id", id.value(), "committee_no", number);
    }

    private Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}
