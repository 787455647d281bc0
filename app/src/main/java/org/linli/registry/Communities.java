package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.RowScope;
import org.linli.platform.text.Pinyin;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.CommunityFile.ExternalCode;
import org.linli.registry.city.City;
import org.linli.registry.city.CityDay;
import org.linli.registry.city.CommunityDay;
import org.linli.rules.intake.NameText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of communities: found, listed, registered, changed from a day on, corrected, verified. */
@Service
public class Communities {

    private static final Set<String> OF_ONE_VERIFICATION = Set.of("verified_on", "verified_by");

    /** So many near names are named to a clerk. */
    private static final int NEAR_NAMES = 3;

    /** The last part of the text key by which {@link #askNear} asks. */
    public static final String NEAR_NAME = "near-name";

    /** How far ahead a change may be entered. */
    static final int YEARS_AHEAD = 1;

    private final CommunityStore store;
    private final Reach reach;
    private final City city;
    private final Divisions divisions;
    private final BusinessTime time;

    Communities(CommunityStore store, Reach reach, City city, Divisions divisions, BusinessTime time) {
        this.store = store;
        this.reach = reach;
        this.city = city;
        this.divisions = divisions;
        this.time = time;
    }

    /** Whether the scope reaches the community at all; what it does not reach does not exist. */
    public boolean isWithin(CommunityId id, RowScope scope) {
        return reach.covers(id, scope);
    }

    /** The file as of a day; empty also on days before the community was registered. */
    public Optional<CommunityFile> find(CommunityId id, AsOf asOf, RowScope scope) {
        Map<String, Object> key = CommunityStore.key(id);
        List<DatedRow> rows = asOf.knownAt()
                .map(at -> store.rows().known(key, at, scope))
                .orElseGet(() -> store.rows().current(key, scope));
        return rows.stream().filter(row -> row.contains(asOf.day())).findFirst().map(row -> file(id, row, asOf, scope));
    }

    /** The file as it was last, of a community that may have ended. */
    public Optional<CommunityFile> findLast(CommunityId id, RowScope scope) {
        List<DatedRow> rows = store.rows().current(CommunityStore.key(id), scope);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(file(id, rows.getLast(), AsOf.day(rows.getLast().from()), scope));
    }

    private CommunityFile file(CommunityId id, DatedRow row, AsOf asOf, RowScope scope) {
        return new CommunityFile(
                id,
                store.code(id).orElseThrow(),
                store.rows().lastVersion(CommunityStore.key(id)),
                row.version(),
                CommunityBase.of(row),
                row.date("verified_on"),
                row.text("verified_by"),
                row.from(),
                row.to(),
                row.recordedAt(),
                row.recordedBy(),
                row.act(),
                row.reason(),
                store.externalCodes(id, scope),
                asOf,
                city.on(asOf).find(id.value()));
    }

    /** Everything ever recorded of the community itself and its numbers in other systems, newest first. */
    public List<HistoryEntry> history(CommunityId id, RowScope scope) {
        List<HistoryEntry> entries =
                new ArrayList<>(Histories.of("community", 0, store.rows().all(CommunityStore.key(id), scope)));
        entries.addAll(store.codeHistory(id, scope));
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    public CommunityList list(CommunityFilter filter, RowScope scope) {
        CityDay day = city.on(filter.day());
        Map<Long, CommunityDay> found =
                select(day, filter, scope).stream().collect(Collectors.toMap(CommunityDay::id, community -> community));
        int limit = Math.min(filter.limit(), Integer.MAX_VALUE - 1);
        List<CommunityStore.ListedRow> rows =
                store.list(found.keySet(), filter.day(), filter.type(), filter.after(), limit + 1, scope);
        boolean more = rows.size() > limit;
        List<CommunityStore.ListedRow> page = more ? rows.subList(0, limit) : rows;
        List<CommunityList.Row> listed = listed(page, found);
        return new CommunityList(
                listed,
                store.count(found.keySet(), filter.day(), filter.type(), scope),
                more ? listed.getLast().key() : "");
    }

    private List<CommunityList.Row> listed(List<CommunityStore.ListedRow> rows, Map<Long, CommunityDay> found) {
        Map<DivisionCode, String> places = divisions.fullNames(
                rows.stream().map(row -> row.base().division()).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new CommunityList.Row(
                        new CommunityId(row.id()),
                        row.lastVersion(),
                        row.base(),
                        places.getOrDefault(
                                row.base().division(), row.base().division().value()),
                        Objects.requireNonNull(found.get(row.id()))))
                .toList();
    }

    /** These communities on a day, by division and code. What the scope does not reach, or was not there then, is missing. */
    public List<CommunityList.Row> rows(Collection<CommunityId> ids, LocalDate day, RowScope scope) {
        Set<Long> reached = reach.communities(scope);
        CityDay city = this.city.on(day);
        Map<Long, CommunityDay> found = ids.stream()
                .filter(id -> reached.contains(id.value()))
                .flatMap(id -> city.find(id.value()).stream())
                .collect(Collectors.toMap(CommunityDay::id, community -> community, (same, again) -> same));
        return listed(store.list(found.keySet(), day, Optional.empty(), "", found.size(), scope), found);
    }

    private List<CommunityDay> select(CityDay day, CommunityFilter filter, RowScope scope) {
        Set<Long> reached = reach.communities(scope);
        Predicate<CommunityDay> text = matching(filter.text());
        return day.in(filter.division()).stream()
                .filter(community -> reached.contains(community.id()))
                .filter(community -> filter.state()
                        .map(state -> community.coverage().state() == state)
                        .orElse(true))
                .filter(community -> filter.missing()
                        .map(missing -> missing != community.missing().isEmpty())
                        .orElse(true))
                .filter(text)
                .toList();
    }

    private static Predicate<CommunityDay> matching(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return community -> true;
        }
        String bare = text.replace(" ", "");
        String pinyin = Pinyin.key(text).equals(bare) ? bare : text;
        return community ->
                community.searchable().contains(text) || community.searchable().contains(pinyin);
    }

    /** Registers a community from a day on and gives it its code. Refuses a second one of the same name in a street. */
    @Transactional
    public Outcome register(CommunityBase base, LocalDate from, String reason, Clerk clerk) {
        DivisionCode street = base.division().at(DivisionLevel.STREET).orElseThrow();
        reach.lock("street " + street);
        if (!reach.covers(base.division(), clerk.scope())) {
            return Outcome.Refused.of("division_code", "outside-scope");
        }
        if (from.isAfter(time.today())) {
            return Outcome.Refused.of("from", "in-future");
        }
        Optional<Outcome> tooLate = builtTooLate(base);
        if (tooLate.isPresent()) {
            return tooLate.get();
        }
        Optional<String> namesake = store.namesake(NameText.key(base.name()), street, 0);
        if (namesake.isPresent()) {
            return Outcome.Refused.of("name", "duplicate-community", namesake.get());
        }
        Stamp stamp = stamp(Act.CHANGE, reason, clerk);
        CommunityId id = store.create(store.nextCode(street), stamp);
        store.rows().insert(CommunityStore.key(id), from, null, base.facts(), stamp);
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /**
     * 变更: the data are these from a day on; they were others before.
     *
     * @param version last version of the file when the form was opened
     */
    @Transactional
    public Outcome change(CommunityId id, int version, CommunityBase base, LocalDate from, String reason, Clerk clerk) {
        Optional<Outcome> refused = refuse(id, version, base, from, clerk);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<DatedRow> row = store.rows().inForce(CommunityStore.key(id), from, clerk.scope());
        if (row.isEmpty()) {
            return Outcome.Refused.of("from", "not-in-force");
        }
        store.rows().change(row.get(), from, verified(base, row.get()), stamp(Act.CHANGE, reason, clerk));
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /**
     * 更正: what the shown row says was never true; the data were these as long as the row holds.
     *
     * @param rowVersion the version shown
     */
    @Transactional
    public Outcome correct(
            CommunityId id, int version, int rowVersion, CommunityBase base, String reason, Clerk clerk) {
        Optional<Outcome> refused = refuse(id, version, base, null, clerk);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<DatedRow> row = store.rows().current(CommunityStore.key(id), clerk.scope()).stream()
                .filter(shown -> shown.version() == rowVersion)
                .findFirst();
        if (row.isEmpty()) {
            return new Outcome.Overtaken();
        }
        store.rows()
                .correctRun(
                        row.get(),
                        row.get().from(),
                        verified(base, row.get()),
                        OF_ONE_VERIFICATION,
                        stamp(Act.CORRECTION, reason, clerk),
                        clerk.scope());
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /** The street confirms today that the data are right. */
    @Transactional
    public Outcome verify(CommunityId id, int version, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        LocalDate today = time.today();
        Optional<DatedRow> row = store.rows().inForce(CommunityStore.key(id), today, clerk.scope());
        if (row.isEmpty() || store.rows().lastVersion(CommunityStore.key(id)) != version) {
            return new Outcome.Overtaken();
        }
        Map<String, @Nullable Object> facts = new HashMap<>(row.get().facts());
        facts.put("verified_on", today);
        facts.put("verified_by", clerk.name());
        store.rows().change(row.get(), today, facts, stamp(Act.CHANGE, reason, clerk));
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /**
     * One change of many communities: all or none.
     *
     * @param changes at most 500; errors name their field as {@code <community id>.<field>}
     */
    @Transactional
    public Outcome changeMany(List<Edit> changes, LocalDate from, String reason, Clerk clerk) {
        List<FieldError> errors = new ArrayList<>();
        // In order of their ids, so that two grids that meet wait for each other and never lock up.
        for (Edit edit : changes.stream()
                .sorted((a, b) -> Long.compare(a.id.value(), b.id.value()))
                .toList()) {
            Optional<Outcome> refused = refuse(edit.id, edit.version, edit.base, from, clerk);
            if (refused.isPresent() && !(refused.get() instanceof Outcome.Refused)) {
                return refused.get();
            }
            if (refused.isPresent() && refused.get() instanceof Outcome.Refused(List<FieldError> found)) {
                found.forEach(error -> errors.add(new FieldError(
                        error.field().equals("from") ? "from" : edit.id + "." + error.field(),
                        error.key(),
                        error.args())));
            } else {
                otherRow(edit.id, from, clerk.scope()).ifPresent(errors::add);
            }
        }
        twins(changes, clerk.scope(), errors);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        Stamp stamp = stamp(Act.CHANGE, reason, clerk);
        for (Edit edit : changes) {
            DatedRow row = store.rows()
                    .inForce(CommunityStore.key(edit.id), from, clerk.scope())
                    .orElseThrow();
            store.rows().change(row, from, verified(edit.base, row), stamp);
        }
        city.changed();
        return new Outcome.Stored("");
    }

    /** A grid shows what is true today: where another row holds on the day, its values would be overwritten unseen. */
    private Optional<FieldError> otherRow(CommunityId id, LocalDate from, RowScope scope) {
        Optional<DatedRow> then = store.rows().inForce(CommunityStore.key(id), from, scope);
        Optional<DatedRow> shown = store.rows().inForce(CommunityStore.key(id), time.today(), scope);
        if (then.isEmpty() || shown.isEmpty()) {
            return Optional.of(FieldError.of(id + ".name", "not-in-force"));
        }
        return then.get().version() == shown.get().version()
                ? Optional.empty()
                : Optional.of(FieldError.of(
                        id + ".name", "not-the-row-shown", shown.get().from().toString()));
    }

    /** Two edits of one grid must not give two communities of a street the same new name. */
    private void twins(List<Edit> changes, RowScope scope, List<FieldError> errors) {
        Set<String> given = new HashSet<>();
        for (Edit edit : changes) {
            String key = NameText.key(edit.base.name());
            boolean isNew = store.rows().current(CommunityStore.key(edit.id), scope).stream()
                    .noneMatch(row -> key.equals(row.text("name_key")));
            String place = edit.base.division().at(DivisionLevel.STREET).orElseThrow() + " " + key;
            if (isNew && !given.add(place)) {
                errors.add(FieldError.of(edit.id + ".name", "duplicate-community", edit.base.name()));
            }
        }
    }

    /** @param version last version of the file when the grid was opened */
    public record Edit(CommunityId id, int version, CommunityBase base) {}

    @Transactional
    public Outcome addExternalCode(CommunityId id, ExternalCode code, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<String> elsewhere = store.holderOf(code, id);
        if (elsewhere.isPresent()) {
            return Outcome.Refused.of("code", "code-elsewhere", elsewhere.get());
        }
        store.addExternalCode(id, code, stamp(Act.CHANGE, "", clerk));
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /** 更正: the community never had this number; it stays in the history with the reason. */
    @Transactional
    public Outcome removeExternalCode(CommunityId id, ExternalCode code, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        if (!store.removeExternalCode(id, code, stamp(Act.CORRECTION, reason, clerk))) {
            return new Outcome.Overtaken();
        }
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /** What speaks against new data of a community, after locking it. */
    private Optional<Outcome> refuse(
            CommunityId id, int version, CommunityBase base, @Nullable LocalDate from, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return Optional.of(new Outcome.Unknown());
        }
        if (store.rows().lastVersion(CommunityStore.key(id)) != version) {
            return Optional.of(new Outcome.Overtaken());
        }
        if (!reach.covers(base.division(), clerk.scope())) {
            return Optional.of(Outcome.Refused.of("division_code", "outside-scope"));
        }
        Optional<Outcome> tooLate = builtTooLate(base);
        if (tooLate.isPresent()) {
            return tooLate;
        }
        if (from != null && from.isAfter(time.today().plusYears(YEARS_AHEAD))) {
            return Optional.of(Outcome.Refused.of("from", "too-far-ahead"));
        }
        DivisionCode street = base.division().at(DivisionLevel.STREET).orElseThrow();
        boolean sameNameAndStreet = store.rows().current(CommunityStore.key(id), clerk.scope()).stream()
                .anyMatch(row -> NameText.key(base.name()).equals(row.text("name_key"))
                        && street.covers(new DivisionCode(String.valueOf(row.text("division_code")))));
        return sameNameAndStreet
                ? Optional.empty()
                : store.namesake(NameText.key(base.name()), street, id.value())
                        .map(namesake -> Outcome.Refused.of("name", "duplicate-community", namesake));
    }

    /** Refused when the data say that it was built later than can be. */
    public Optional<Outcome> builtTooLate(CommunityBase base) {
        Integer built = base.yearBuilt();
        LocalDate today = time.today();
        return built != null && CommunityChecks.isBuiltTooLate(built, today)
                ? Optional.of(Outcome.Refused.of(
                        "year_built", "built-too-late", Integer.toString(CommunityChecks.lastYear(today))))
                : Optional.empty();
    }

    /**
     * Asks whether a new name is another community's misspelt, as an import asks; a clerk who says no stores it as it is.
     *
     * @param self the community that takes the name, empty for a new one
     */
    public Optional<Outcome> askNear(CommunityBase base, Optional<CommunityId> self) {
        String key = NameText.key(base.name());
        List<CommunityStore.Named> there =
                store.named(base.division().at(DivisionLevel.STREET).orElseThrow());
        long own = self.map(CommunityId::value).orElse(0L);
        if (there.stream().anyMatch(one -> one.nameKey().equals(key) && (one.id() == own || own == 0))) {
            return Optional.empty();
        }
        String near = there.stream()
                .filter(one -> one.id() != own && CommunityChecks.isNear(key, one.nameKey(), one.alias()))
                .limit(NEAR_NAMES)
                .map(one -> one.name() + " " + one.code())
                .collect(Collectors.joining("、"));
        return near.isEmpty() ? Optional.empty() : Optional.of(Outcome.Refused.of("name", NEAR_NAME, near));
    }

    private static Map<String, @Nullable Object> verified(CommunityBase base, DatedRow row) {
        Map<String, @Nullable Object> facts = base.facts();
        facts.put("verified_on", row.date("verified_on"));
        facts.put("verified_by", row.text("verified_by"));
        return facts;
    }

    private Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}
