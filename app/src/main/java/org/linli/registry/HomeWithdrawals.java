package org.linli.registry;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 更正: a building or a home that never was, entered by mistake. Its rows are superseded and nothing stands in their place; its
 * number is not given again. Rolls that were frozen with it stay as they are.
 *
 * <p>Source: two dates as in {@code docs/adr/0004-two-dates.md} [D]; that a home with owners is withdrawn by the department alone, for
 * its owners lose their vote by it, is our default [D].
 */
@Service
public class HomeWithdrawals {

    /** What goes with the home, or is a copy of its own. */
    private static final Set<String> GOES =
            Set.of("home", "ownership", "home_intake", "home_withdrawal", "roll_source", "roll_part");

    private final JdbcClient jdbc;
    private final HomeTables tables;
    private final Ties ties;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    HomeWithdrawals(JdbcClient jdbc, HomeTables tables, Ties ties, Reach reach, City city, BusinessTime time) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.ties = ties;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /**
     * Refused while anything hangs on the home: a claim, an occupant, a file, a signature; and of a home with owners unless the
     * department does it.
     *
     * @param version of the home's line when the form was opened
     */
    @Transactional
    public Outcome withdrawHome(CommunityId id, int homeNo, int version, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Map<String, Object> key = HomeTables.home(id, homeNo);
        List<DatedRow> homes = tables.homes().current(key, clerk.scope());
        if (homes.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (tables.homes().lastVersion(key) != version) {
            return new Outcome.Overtaken();
        }
        if (!ties.of(key, GOES).isEmpty()) {
            return Outcome.Refused.of("reason", "home-tied");
        }
        List<DatedRow> ownerships = tables.ownerships().current(key, clerk.scope());
        if (!ownerships.isEmpty() && !clerk.supervises()) {
            return Outcome.Refused.of("reason", "home-owned");
        }
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CORRECTION, reason);
        ownerships.forEach(row -> tables.ownerships().retract(row, stamp));
        homes.forEach(row -> tables.homes().retract(row, stamp));
        remember(id, null, homeNo, label(id, homes.getLast(), clerk.scope()), stamp);
        tables.countAgain(id, stamp);
        city.changed();
        return new Outcome.Stored(Integer.toString(homeNo));
    }

    private String label(CommunityId id, DatedRow home, RowScope scope) {
        int building = Objects.requireNonNull(home.count("building_no"));
        String label = tables.buildings().current(HomeTables.building(id, building), scope).stream()
                .reduce((earlier, later) -> later)
                .map(row -> String.valueOf(row.text("label")))
                .orElse("");
        return label + " " + home.text("unit") + "-" + home.text("room");
    }

    /** Refused while a home stands in it. @param version of the building's line when the form was opened */
    @Transactional
    public Outcome withdrawBuilding(CommunityId id, int number, int version, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Map<String, Object> key = HomeTables.building(id, number);
        List<DatedRow> buildings = tables.buildings().current(key, clerk.scope());
        if (buildings.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (tables.buildings().lastVersion(key) != version) {
            return new Outcome.Overtaken();
        }
        if (tables.hasHomes(id, number)) {
            return Outcome.Refused.of("reason", "building-has-homes");
        }
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CORRECTION, reason);
        buildings.forEach(row -> tables.buildings().retract(row, stamp));
        remember(id, number, null, String.valueOf(buildings.getLast().text("label")), stamp);
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    private void remember(
            CommunityId id, @Nullable Integer building, @Nullable Integer home, String label, Stamp stamp) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("building", building);
        parameters.put("home", home);
        jdbc.sql("""
                insert into linli.home_withdrawal
                    (community_id, withdrawal_no, building_no, home_no, label, note, recorded_by, recorded_at)
                select :id, coalesce(max(withdrawal_no), 0) + 1, cast(:building as int), cast(:home as int), :label, :note, :by, :at
                from linli.home_withdrawal where community_id = :id
                """)
                .params(parameters)
                .param("id", id.value())
                .param("label", label)
                .param("note", stamp.reason())
                .param("by", stamp.by())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was withdrawn, by whom and why, for the history of the community. */
    public List<HistoryEntry> history(CommunityId id, RowScope scope) {
        if (!reach.covers(id, scope)) {
            return List.of();
        }
        return jdbc.sql("""
                select coalesce(building_no, home_no) number, building_no is not null building, label, note, recorded_by, recorded_at
                from linli.home_withdrawal where community_id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new HistoryEntry(
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by"),
                        Act.CORRECTION.name(),
                        row.getString("note"),
                        row.getBoolean("building") ? "building" : "home",
                        row.getInt("number"),
                        row.getTimestamp("recorded_at")
                                .toInstant()
                                .atZone(BusinessTime.ZONE)
                                .toLocalDate(),
                        null,
                        false,
                        false,
                        List.of(new HistoryEntry.Change("never_was", row.getString("label"), ""))))
                .list();
    }
}
