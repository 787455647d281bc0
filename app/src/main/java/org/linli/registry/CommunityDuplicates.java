package org.linli.registry;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.linli.figures.AsOf;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Two records of one community. One is kept; the other never was: its rows are corrected away, so that the figures of the past count
 * the community once. Its engagements, their documents and its numbers in other systems go over to the kept one, and its name and code
 * lead there.
 *
 * <p>Homes, owners, committees, votes and whatever else hangs on the dropped record do not go over: numbers of homes and rolls are
 * sealed into decisions under it, and who may act for it is granted by an administrator. Where there is any of it, the other record is
 * the one to keep, or nothing is done.
 *
 * <p>Source: issue of the registry, "a duplicated community"; two dates as in {@code docs/adr/0004-two-dates.md} [D].
 */
@Service
public class CommunityDuplicates {

    /** What goes over, or says nothing of its own. */
    private static final Set<String> MOVES = Set.of(
            "community",
            "community_version",
            "community_external_code",
            "community_facts",
            "community_duplicate",
            "engagement_version",
            "engagement_file",
            "standing_change");

    private final JdbcClient jdbc;
    private final CommunityStore store;
    private final Communities communities;
    private final MovedEngagements engagements;
    private final Ties ties;
    private final People people;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    CommunityDuplicates(
            JdbcClient jdbc,
            CommunityStore store,
            Communities communities,
            MovedEngagements engagements,
            Ties ties,
            People people,
            Reach reach,
            City city,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.store = store;
        this.communities = communities;
        this.engagements = engagements;
        this.ties = ties;
        this.people = people;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** The record that a dropped one leads to, through further ones if need be. */
    public Optional<CommunityId> keptFor(CommunityId dropped) {
        return jdbc.sql("""
                with recursive chain as (
                    select kept_id, 1 step from linli.community_duplicate where community_id = :id
                    union all
                    select d.kept_id, c.step + 1 from chain c join linli.community_duplicate d on d.community_id = c.kept_id
                     where c.step < 20)
                select kept_id from chain order by step desc limit 1
                """)
                .param("id", dropped.value())
                .query(Long.class)
                .optional()
                .map(CommunityId::new);
    }

    /**
     * The two records and what the act would do.
     *
     * @param engagements how many go over
     * @param codes numbers in other systems that go over
     * @param ties what hangs on the dropped record and cannot go over: last parts of text keys {@code registry.tie.…}
     */
    public record Comparison(CommunityFile dropped, CommunityFile kept, int engagements, int codes, List<String> ties) {
        public Comparison {
            ties = List.copyOf(ties);
        }
    }

    /** The community with this code, if the scope reaches it today and it is another one. */
    public Optional<Comparison> compare(CommunityFile dropped, String keptCode, RowScope scope) {
        return store.withCode(keptCode)
                .filter(kept -> !kept.equals(dropped.id()))
                .flatMap(kept -> communities.find(kept, AsOf.day(time.today()), scope))
                .map(kept -> new Comparison(
                        dropped,
                        kept,
                        engagements.count(dropped.id(), scope),
                        dropped.externalCodes().size(),
                        ties(dropped.id())));
    }

    /**
     * 更正: the dropped record never was a community of its own.
     *
     * @param version last version of the dropped record's file when the form was opened
     * @param keptCode code of the record that stays
     */
    @Transactional
    public Outcome drop(CommunityId dropped, int version, String keptCode, String reason, Clerk clerk) {
        Outcome outcome = store.withCode(keptCode)
                .filter(kept -> !kept.equals(dropped))
                .map(kept -> drop(dropped, version, kept, reason, clerk))
                .orElseGet(() -> Outcome.Refused.of("kept_code", "community-unknown", keptCode));
        if (outcome instanceof Outcome.Stored) {
            city.changed();
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome drop(CommunityId dropped, int version, CommunityId kept, String reason, Clerk clerk) {
        // In order of their ids, so that two acts that meet wait for each other and never lock up.
        boolean droppedFirst = dropped.value() < kept.value();
        if (!reach.lock(droppedFirst ? dropped : kept, clerk.scope())
                || !reach.lock(droppedFirst ? kept : dropped, clerk.scope())) {
            return reach.covers(dropped, clerk.scope())
                    ? Outcome.Refused.of(
                            "kept_code", "community-unknown", store.code(kept).orElse(""))
                    : new Outcome.Unknown();
        }
        if (store.rows().lastVersion(CommunityStore.key(dropped)) != version) {
            return new Outcome.Overtaken();
        }
        if (communities.find(kept, AsOf.day(time.today()), clerk.scope()).isEmpty()) {
            return Outcome.Refused.of("kept_code", "not-in-force");
        }
        List<String> ties = ties(dropped);
        if (!ties.isEmpty()) {
            return new Outcome.Refused(ties.stream()
                    .map(tie -> FieldError.of("kept_code", "tied." + tie))
                    .toList());
        }
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CORRECTION, reason);
        Optional<Outcome> overlap = engagements.move(dropped, kept, stamp, clerk.scope());
        if (overlap.isPresent()) {
            return overlap.get();
        }
        moveCodes(dropped, kept, stamp, clerk.scope());
        remember(dropped, kept, stamp, clerk.scope());
        store.rows()
                .current(CommunityStore.key(dropped), clerk.scope())
                .forEach(row -> store.rows().retract(row, stamp));
        return new Outcome.Stored(kept.toString());
    }

    private void moveCodes(CommunityId dropped, CommunityId kept, Stamp stamp, RowScope scope) {
        for (CommunityFile.ExternalCode code : store.externalCodes(dropped, scope)) {
            store.removeExternalCode(dropped, code, stamp);
            store.addExternalCode(kept, code, stamp);
        }
    }

    private void remember(CommunityId dropped, CommunityId kept, Stamp stamp, RowScope scope) {
        List<DatedRow> rows = store.rows().current(CommunityStore.key(dropped), scope);
        String code = store.code(dropped).orElseThrow();
        Set<String> names = new TreeSet<>(Set.of(code));
        rows.forEach(row -> {
            for (String column : List.of("name", "alias", "pinyin")) {
                Optional.ofNullable(row.text(column)).ifPresent(names::add);
            }
        });
        jdbc.sql("""
                insert into linli.community_duplicate
                    (community_id, kept_id, code, name, names, note, recorded_by, recorded_at)
                values (:dropped, :kept, :code, :name, :names, :note, :by, :at)
                """)
                .param("dropped", dropped.value())
                .param("kept", kept.value())
                .param("code", code)
                .param("name", Objects.requireNonNull(rows.getLast().text("name")))
                .param("names", String.join(" ", names))
                .param("note", stamp.reason())
                .param("by", stamp.by())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The records dropped in favour of this one, as {@code code name}. */
    public List<String> droppedFor(CommunityId kept) {
        return jdbc.sql("select code || ' ' || name from linli.community_duplicate where kept_id = :id order by code")
                .param("id", kept.value())
                .query(String.class)
                .list();
    }

    /** When records were dropped in favour of this one, by whom and why. */
    public List<HistoryEntry> history(CommunityId kept) {
        return jdbc.sql("""
                select code || ' ' || name dropped, note, recorded_by, recorded_at
                from linli.community_duplicate where kept_id = :id
                """)
                .param("id", kept.value())
                .query((row, n) -> new HistoryEntry(
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by"),
                        Act.CORRECTION.name(),
                        row.getString("note"),
                        "duplicate",
                        0,
                        row.getTimestamp("recorded_at")
                                .toInstant()
                                .atZone(BusinessTime.ZONE)
                                .toLocalDate(),
                        null,
                        false,
                        false,
                        List.of(new HistoryEntry.Change("duplicate", row.getString("dropped"), ""))))
                .list();
    }

    private List<String> ties(CommunityId id) {
        return Stream.concat(
                        ties.of(CommunityStore.key(id), MOVES).stream().map(CommunityDuplicates::word),
                        isGranted(id) ? Stream.of("grants") : Stream.empty())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isGranted(CommunityId id) {
        return Arrays.stream(Role.values())
                .filter(role -> role.place() == Role.Place.COMMUNITY)
                .anyMatch(role ->
                        !people.listHolders(role, new Scope.OfCommunity(id)).isEmpty());
    }

    private static String word(String table) {
        return switch (table) {
            case "building", "home", "home_withdrawal", "home_file", "home_file_disclosure", "occupant" -> "homes";
            case "owner", "ownership", "owner_disclosure", "owner_pair", "owner_consent", "owner_consent_withdrawal" ->
                "owners";
            case "committee", "committee_member" -> "committees";
            case "specialist" -> "specialists";
            case "notice" -> "notices";
            case "community_end" -> "ends";
            default ->
                table.startsWith("vote") || table.startsWith("ballot") || table.startsWith("roll_")
                        ? "votes"
                        : table.contains("claim") || table.contains("link") ? "claims" : "other";
        };
    }
}
