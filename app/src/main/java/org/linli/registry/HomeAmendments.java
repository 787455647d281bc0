package org.linli.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.linli.rules.intake.RoomText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 变更 and 更正 of buildings, homes and ownerships: what became different from a day on, and what was never as recorded. */
@Service
public class HomeAmendments {

    private final HomeTables tables;
    private final Homes homes;
    private final OwnerStore owners;
    private final PersonalData personal;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    HomeAmendments(
            HomeTables tables,
            Homes homes,
            OwnerStore owners,
            PersonalData personal,
            Reach reach,
            City city,
            BusinessTime time) {
        this.tables = tables;
        this.homes = homes;
        this.owners = owners;
        this.personal = personal;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** What is recorded of a building beyond its name, floors and units. */
    public Optional<BuildingDetails> buildingDetails(CommunityId id, int number, RowScope scope) {
        List<DatedRow> current = tables.buildings().current(HomeTables.building(id, number), scope);
        return current.isEmpty() ? Optional.empty() : Optional.of(BuildingDetails.of(current.getLast()));
    }

    /** What is recorded of a home beyond its place, use, area and state. */
    public Optional<HomeDetails> homeDetails(CommunityId id, int homeNo, RowScope scope) {
        List<DatedRow> current = tables.homes().current(HomeTables.home(id, homeNo), scope);
        return current.isEmpty() ? Optional.empty() : Optional.of(HomeDetails.of(current.getLast(), personal));
    }

    /** @param floorsAbove and {@code units}: null when unknown */
    public record BuildingFacts(
            String label,
            @Nullable Integer floorsAbove,
            @Nullable Integer units,
            BuildingDetails details) {

        Map<String, @Nullable Object> over(DatedRow row) {
            Map<String, @Nullable Object> facts = new HashMap<>(row.facts());
            facts.putAll(facts());
            return facts;
        }

        Map<String, @Nullable Object> facts() {
            Map<String, @Nullable Object> facts = new HashMap<>();
            facts.put("label", label);
            facts.put("floors_above", floorsAbove);
            facts.put("units", units);
            facts.putAll(details.facts());
            return facts;
        }
    }

    /** 变更: another name or size of a building from a day on. @param version of its line when the form was opened */
    @Transactional
    public Outcome changeBuilding(
            CommunityId id, int number, int version, BuildingFacts facts, LocalDate from, String reason, Clerk clerk) {
        DatedRows rows = tables.buildings();
        return amend(id, rows, HomeTables.building(id, number), version, clerk, current -> {
            Optional<DatedRow> row = inForce(current, from);
            if (row.isEmpty()) {
                return Outcome.Refused.of("from", "not-in-force");
            }
            return refuse(id, number, facts, from, clerk).orElseGet(() -> {
                rows.change(row.get(), from, facts.over(row.get()), stamp(Act.CHANGE, reason, clerk));
                return new Outcome.Stored(Integer.toString(number));
            });
        });
    }

    /** 更正: the building was never as recorded. */
    @Transactional
    public Outcome correctBuilding(
            CommunityId id, int number, int version, BuildingFacts facts, String reason, Clerk clerk) {
        DatedRows rows = tables.buildings();
        return amend(id, rows, HomeTables.building(id, number), version, clerk, current -> {
            DatedRow row = current.getLast();
            return refuse(id, number, facts, row.from(), clerk).orElseGet(() -> {
                Stamp stamp = stamp(Act.CORRECTION, reason, clerk);
                rows.correctRun(row, row.from(), facts.over(row), Set.of(), stamp, clerk.scope());
                return new Outcome.Stored(Integer.toString(number));
            });
        });
    }

    private Optional<Outcome> refuse(CommunityId id, int number, BuildingFacts facts, LocalDate day, Clerk clerk) {
        if (facts.details().isCompletedAfter(time.today())) {
            return Optional.of(Outcome.Refused.of("completed_on", "in-future"));
        }
        return homes.buildings(id, day, clerk.scope()).stream()
                .filter(other -> other.number() != number && RoomText.isSameLabel(other.label(), facts.label()))
                .findFirst()
                .map(other -> Outcome.Refused.of("label", "duplicate-building", other.label()));
    }

    /** 变更: a home was measured, converted or delivered. @param version of its line when the form was opened */
    @Transactional
    public Outcome changeHome(
            CommunityId id,
            int homeNo,
            int version,
            Homes.NewHome home,
            HomeDetails details,
            LocalDate from,
            String reason,
            Clerk clerk) {
        DatedRows rows = tables.homes();
        return amend(id, rows, HomeTables.home(id, homeNo), version, clerk, current -> {
            Optional<DatedRow> row = inForce(current, from);
            if (row.isEmpty()) {
                return Outcome.Refused.of("from", "not-in-force");
            }
            return impossible(id, homeNo, home, from, clerk).orElseGet(() -> {
                rows.change(row.get(), from, over(row.get(), home, details), stamp(Act.CHANGE, reason, clerk));
                return new Outcome.Stored(Integer.toString(homeNo));
            });
        });
    }

    /** 更正: the home was never as recorded. */
    @Transactional
    public Outcome correctHome(
            CommunityId id,
            int homeNo,
            int version,
            Homes.NewHome home,
            HomeDetails details,
            String reason,
            Clerk clerk) {
        DatedRows rows = tables.homes();
        return amend(id, rows, HomeTables.home(id, homeNo), version, clerk, current -> {
            DatedRow row = current.getLast();
            return impossible(id, homeNo, home, row.from(), clerk).orElseGet(() -> {
                Stamp stamp = stamp(Act.CORRECTION, reason, clerk);
                rows.correctRun(row, row.from(), over(row, home, details), Set.of(), stamp, clerk.scope());
                return new Outcome.Stored(Integer.toString(homeNo));
            });
        });
    }

    private Optional<Outcome> impossible(CommunityId id, int homeNo, Homes.NewHome home, LocalDate day, Clerk clerk) {
        if (homes.buildings(id, day, clerk.scope()).stream()
                .noneMatch(building -> building.number() == home.building())) {
            return Optional.of(Outcome.Refused.of("building", "building-unknown"));
        }
        return tables.isTaken(id, homeNo, home, clerk.scope())
                ? Optional.of(Outcome.Refused.of("room", "duplicate-home", home.room()))
                : Optional.empty();
    }

    private Map<String, @Nullable Object> over(DatedRow row, Homes.NewHome home, HomeDetails details) {
        Map<String, @Nullable Object> facts = new HashMap<>(row.facts());
        facts.putAll(home.facts());
        facts.putAll(details.facts(personal, row));
        return facts;
    }

    /**
     * 更正: the newest ownership was never as recorded: other people, another day, another act. The ownership before it
     * ends where the right one begins.
     *
     * @param version the home's ownership number when the form was opened
     */
    @Transactional
    public Outcome correctOwnership(
            CommunityId id, int homeNo, int version, OwnerChange right, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        DatedRows rows = tables.ownerships();
        List<DatedRow> held = rows.current(HomeTables.home(id, homeNo), clerk.scope());
        if (held.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (tables.lastOwnership(id, homeNo, clerk.scope()) != version) {
            return new Outcome.Overtaken();
        }
        DatedRow wrong = held.getLast();
        Optional<DatedRow> before = held.size() > 1 ? Optional.of(held.get(held.size() - 2)) : Optional.empty();
        Optional<Outcome> refused = impossible(id, homeNo, right, before, clerk);
        if (refused.isPresent()) {
            return refused.get();
        }
        Stamp stamp = stamp(Act.CORRECTION, reason, clerk);
        rows.correct(wrong, right.on(), owners.ownership(id, right, stamp, clerk.scope()), stamp);
        before.filter(row -> wrong.from().equals(row.to()) && !wrong.from().equals(right.on()))
                .ifPresent(row -> rows.end(row, right.on(), stamp));
        if (right.cause() == OwnerChange.Cause.DELIVERY) {
            moveDelivery(id, homeNo, wrong.from(), right.on(), stamp, clerk);
        }
        tables.countAgain(id, stamp);
        city.changed();
        return new Outcome.Stored(Integer.toString(homeNo));
    }

    private Optional<Outcome> impossible(
            CommunityId id, int homeNo, OwnerChange right, Optional<DatedRow> before, Clerk clerk) {
        if (right.on().isAfter(time.today())) {
            return Optional.of(Outcome.Refused.of("on", "in-future"));
        }
        List<DatedRow> home = tables.homes().current(HomeTables.home(id, homeNo), clerk.scope());
        if (inForce(home, right.on()).isEmpty()) {
            return Optional.of(Outcome.Refused.of("on", "no-such-home-then"));
        }
        if (before.isPresent() && !right.on().isAfter(before.get().from())) {
            return Optional.of(
                    Outcome.Refused.of("on", "owned-from-that-day", before.get().from()));
        }
        List<FieldError> doubts = owners.doubts(id, right, clerk.scope());
        return doubts.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Refused(doubts));
    }

    /** The day of delivery is a fact of the home too: its state follows. */
    private void moveDelivery(CommunityId id, int homeNo, LocalDate wrong, LocalDate right, Stamp stamp, Clerk clerk) {
        DatedRows rows = tables.homes();
        List<DatedRow> current = rows.current(HomeTables.home(id, homeNo), clerk.scope());
        Optional<DatedRow> until =
                current.stream().filter(row -> wrong.equals(row.to())).findFirst();
        Optional<DatedRow> since = current.stream()
                .filter(row -> wrong.equals(row.from()) && "DELIVERED".equals(row.text("state")))
                .findFirst();
        if (!wrong.equals(right)
                && since.isPresent()
                && until.filter(row -> row.from().isBefore(right)).isPresent()) {
            rows.correct(since.get(), right, since.get().facts(), stamp);
            rows.end(until.get(), right, stamp);
        }
    }

    private interface Step {
        Outcome on(List<DatedRow> current);
    }

    private Outcome amend(
            CommunityId id, DatedRows rows, Map<String, Object> key, int version, Clerk clerk, Step step) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        List<DatedRow> current = rows.current(key, clerk.scope());
        if (current.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (rows.lastVersion(key) != version) {
            return new Outcome.Overtaken();
        }
        Outcome outcome = step.on(current);
        if (outcome instanceof Outcome.Stored) {
            tables.countAgain(id, stamp(Act.CHANGE, "", clerk));
            city.changed();
        }
        return outcome;
    }

    private Optional<DatedRow> inForce(List<DatedRow> rows, LocalDate day) {
        return day.isAfter(time.today().plusYears(Communities.YEARS_AHEAD))
                ? Optional.empty()
                : rows.stream().filter(row -> row.contains(day)).findFirst();
    }

    private Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}
