package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnerChange.Cause;
import org.linli.registry.city.City;
import org.linli.rules.codes.Masks;
import org.linli.rules.codes.Phone;
import org.linli.rules.intake.RoomText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buildings, homes and who owns them. Names leave this façade masked; a plain one only with a reason that is logged. */
@Service
public class Homes {

    private static final Set<Cause> ALSO_BEFORE_DELIVERY = Set.of(Cause.DELIVERY, Cause.JUDGMENT);

    private final JdbcClient jdbc;
    private final HomeTables tables;
    private final DatedRows homes;
    private final DatedRows ownerships;
    private final OwnerStore owners;
    private final DisclosureLog disclosures;
    private final PersonalData personal;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    Homes(
            JdbcClient jdbc,
            HomeTables tables,
            OwnerStore owners,
            DisclosureLog disclosures,
            PersonalData personal,
            Reach reach,
            City city,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.homes = tables.homes();
        this.ownerships = tables.ownerships();
        this.owners = owners;
        this.disclosures = disclosures;
        this.personal = personal;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** @param label as painted on it, such as 3幢 @param homes homes in it on the day */
    public record Building(
            int number,
            String label,
            @Nullable Integer floorsAbove,
            @Nullable Integer floorsBelow,
            @Nullable Integer units,
            long homes) {}

    /** The buildings of a community on a day, by number. */
    public List<Building> buildings(CommunityId id, LocalDate day, RowScope scope) {
        return jdbc.sql("""
                select t.building_no, t.label, t.floors_above, t.floors_below, t.units,
                       (select count(*) from linli.home h
                         where h.community_id = t.community_id and h.building_no = t.building_no
                           and h.superseded_at is null and h.valid_from <= :day
                           and (h.valid_to is null or h.valid_to > :day)) homes
                from linli.building t
                where t.community_id = :id and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                  and %s
                order by t.building_no
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("day", day)
                .params(scope.parameters())
                .query((row, n) -> new Building(
                        row.getInt("building_no"),
                        row.getString("label"),
                        row.getObject("floors_above", Integer.class),
                        row.getObject("floors_below", Integer.class),
                        row.getObject("units", Integer.class),
                        row.getLong("homes")))
                .list();
    }

    /**
     * A page of homes by number, each with its owners on the day.
     *
     * @param building only those in it; 0 for all
     * @param after continue after this home; 0 from the beginning
     */
    public List<HomeLine> list(CommunityId id, LocalDate day, int building, int after, int limit, RowScope scope) {
        return list(id, day, building, after, null, limit, scope);
    }

    /** Some homes with their owners on the day, by number. */
    public List<HomeLine> lines(CommunityId id, Collection<Integer> numbers, LocalDate day, RowScope scope) {
        return list(id, day, 0, 0, numbers.toArray(Integer[]::new), numbers.size(), scope);
    }

    private List<HomeLine> list(
            CommunityId id,
            LocalDate day,
            int building,
            int after,
            Integer @Nullable [] numbers,
            int limit,
            RowScope scope) {
        List<Found> found = jdbc.sql("""
                select t.home_no, b.label, t.unit, t.room, t.use, t.area_dm2, t.area_source, t.state,
                       o.form, o.cause, o.owners, o.shares, o.valid_from since,
                       (select coalesce(max(l.ownership_no * 1000 + l.version_no), 0) from linli.ownership l
                         where l.community_id = t.community_id and l.home_no = t.home_no) last_version
                from linli.home t
                left join linli.building b on b.community_id = t.community_id and b.building_no = t.building_no
                     and b.superseded_at is null and b.valid_from <= :day and (b.valid_to is null or b.valid_to > :day)
                left join linli.ownership o on o.community_id = t.community_id and o.home_no = t.home_no
                     and o.superseded_at is null and o.valid_from <= :day and (o.valid_to is null or o.valid_to > :day)
                where t.community_id = :id and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                  and (:building = 0 or t.building_no = :building) and t.home_no > :after
                  and (cast(:numbers as int[]) is null or t.home_no = any(:numbers))
                  and %s
                order by t.home_no
                limit :limit
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("day", day)
                .param("building", building)
                .param("after", after)
                .param("numbers", numbers)
                .param("limit", limit)
                .params(scope.parameters())
                .query((row, n) -> new Found(
                        new HomeLine(
                                row.getInt("home_no"),
                                row.getInt("last_version"),
                                Objects.requireNonNullElse(row.getString("label"), ""),
                                row.getString("unit"),
                                row.getString("room"),
                                row.getString("use"),
                                row.getObject("area_dm2", Long.class),
                                row.getString("area_source"),
                                row.getString("state"),
                                Objects.requireNonNullElse(row.getString("form"), ""),
                                Objects.requireNonNullElse(row.getString("cause"), ""),
                                row.getObject("since", LocalDate.class),
                                List.of()),
                        numbers(row.getArray("owners")),
                        numbers(row.getArray("shares"))))
                .list();
        Map<Integer, OwnerStore.Owner> people = owners.find(
                id, found.stream().flatMap(home -> home.owners.stream()).collect(Collectors.toSet()), scope);
        return found.stream().map(home -> withOwners(home, people)).toList();
    }

    private record Found(HomeLine home, List<Integer> owners, List<Integer> shares) {}

    private static List<Integer> numbers(java.sql.@Nullable Array array) throws java.sql.SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }

    private static HomeLine withOwners(Found found, Map<Integer, OwnerStore.Owner> people) {
        int whole = found.shares.stream().mapToInt(Integer::intValue).sum();
        List<HomeLine.Owner> masked = new ArrayList<>();
        for (int i = 0; i < found.owners.size(); i++) {
            OwnerStore.Owner owner = people.get(found.owners.get(i));
            if (owner != null) {
                String phone = owner.phone();
                masked.add(new HomeLine.Owner(
                        owner.number(),
                        owner.kind(),
                        owner.kind().equals("PERSON") ? Masks.name(owner.name()) : owner.name(),
                        phone == null ? "" : Phone.masked(phone),
                        owner.idNumber() != null,
                        i < found.shares.size() ? found.shares.get(i) + "/" + whole : ""));
            }
        }
        HomeLine home = found.home;
        return new HomeLine(
                home.homeNo(),
                home.version(),
                home.building(),
                home.unit(),
                home.room(),
                home.use(),
                home.areaDm2(),
                home.areaSource(),
                home.state(),
                home.form(),
                home.cause(),
                home.since(),
                masked);
    }

    /** One home with its owners on a day. */
    public Optional<HomeLine> find(CommunityId id, int homeNo, LocalDate day, RowScope scope) {
        return list(id, day, 0, homeNo - 1, 1, scope).stream()
                .filter(home -> home.homeNo() == homeNo)
                .findFirst();
    }

    /**
     * A home passes to other owners from a day on. If it passed on again later, the new ownership ends there.
     *
     * @param version the version of the home's line when the form was opened
     */
    @Transactional
    public Outcome changeOwners(CommunityId id, int homeNo, int version, OwnerChange change, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        List<DatedRow> versions = homes.current(HomeTables.home(id, homeNo), clerk.scope());
        if (versions.isEmpty()) {
            return new Outcome.Unknown();
        }
        List<DatedRow> held = ownerships.current(HomeTables.home(id, homeNo), clerk.scope());
        List<FieldError> errors = new ArrayList<>();
        if (tables.lastOwnership(id, homeNo, clerk.scope()) != version) {
            return new Outcome.Overtaken();
        }
        Optional<DatedRow> home =
                versions.stream().filter(row -> row.contains(change.on())).findFirst();
        Optional<DatedRow> before =
                held.stream().filter(row -> row.contains(change.on())).findFirst();
        checkDay(change, home, before, held, errors);
        if (errors.isEmpty()) {
            home.ifPresent(row -> checkState(change, String.valueOf(row.text("state")), errors));
        }
        errors.addAll(owners.doubts(id, change, clerk.scope()));
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        store(id, homeNo, change, home.orElseThrow(), before, clerk);
        return new Outcome.Stored(Integer.toString(homeNo));
    }

    private void checkDay(
            OwnerChange change,
            Optional<DatedRow> home,
            Optional<DatedRow> before,
            List<DatedRow> held,
            List<FieldError> errors) {
        if (change.on().isAfter(time.today())) {
            errors.add(FieldError.of("on", "in-future"));
        } else if (home.isEmpty()) {
            errors.add(FieldError.of("on", "no-such-home-then"));
        } else if (before.isPresent() && before.get().from().equals(change.on())) {
            errors.add(FieldError.of("on", "owned-from-that-day", change.on()));
        } else if (before.isEmpty() && !held.isEmpty()) {
            errors.add(FieldError.of("on", "before-first-owner", held.getFirst().from()));
        }
    }

    /** Until delivery the developer counts as the owner (SPC art. 9), whoever has bought. */
    private static void checkState(OwnerChange change, String state, List<FieldError> errors) {
        boolean delivered = state.equals("DELIVERED");
        if (delivered && change.cause() == Cause.DELIVERY) {
            errors.add(FieldError.of("cause", "already-delivered"));
        }
        if (!delivered && !ALSO_BEFORE_DELIVERY.contains(change.cause())) {
            errors.add(FieldError.of("cause", "not-delivered"));
        }
    }

    private void store(
            CommunityId id, int homeNo, OwnerChange change, DatedRow home, Optional<DatedRow> before, Clerk clerk) {
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CHANGE, change.evidence());
        Map<String, @Nullable Object> facts = owners.ownership(id, change, stamp, clerk.scope());
        int next = ownerships.all(HomeTables.home(id, homeNo), clerk.scope()).stream()
                        .mapToInt(row ->
                                (Integer) Objects.requireNonNull(row.key().get("ownership_no")))
                        .max()
                        .orElse(0)
                + 1;
        @Nullable LocalDate until = before.map(DatedRow::to).orElse(null);
        before.ifPresent(row -> ownerships.end(row, change.on(), stamp));
        ownerships.insert(
                Map.of("community_id", id.value(), "home_no", homeNo, "ownership_no", next),
                change.on(),
                until,
                facts,
                stamp);
        if (change.cause() == Cause.DELIVERY) {
            Map<String, @Nullable Object> delivered = new HashMap<>(home.facts());
            delivered.put("state", "DELIVERED");
            homes.change(home, change.on(), delivered, stamp);
        }
        tables.countAgain(id, stamp);
        city.changed();
    }

    /** Adds a building of which no more is known than this. */
    @Transactional
    public Outcome addBuilding(
            CommunityId id,
            String label,
            @Nullable Integer floorsAbove,
            @Nullable Integer units,
            LocalDate from,
            Clerk clerk) {
        return addBuilding(
                id, new HomeAmendments.BuildingFacts(label, floorsAbove, units, BuildingDetails.UNKNOWN), from, clerk);
    }

    /** Adds a building; refused when another one has its name, as painted on it. */
    @Transactional
    public Outcome addBuilding(CommunityId id, HomeAmendments.BuildingFacts building, LocalDate from, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        if (buildings(id, from, clerk.scope()).stream()
                .anyMatch(other -> RoomText.isSameLabel(other.label(), building.label()))) {
            return Outcome.Refused.of("label", "duplicate-building", building.label());
        }
        if (building.details().isCompletedAfter(time.today())) {
            return Outcome.Refused.of("completed_on", "in-future");
        }
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CHANGE, "");
        int number = tables.buildings().all(HomeTables.community(id), clerk.scope()).stream()
                        .mapToInt(row ->
                                (Integer) Objects.requireNonNull(row.key().get("building_no")))
                        .max()
                        .orElse(0)
                + 1;
        tables.buildings().insert(HomeTables.building(id, number), from, null, building.facts(), stamp);
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    /**
     * What is recorded of a home.
     *
     * @param use {@code RESIDENCE}, {@code SHOP}, {@code PARKING} or {@code OTHER}
     * @param areaDm2 in 0.01 m²; null when not known yet
     * @param areaSource {@code REGISTER}, {@code SURVEY} or {@code CONTRACT}; null when the area is
     * @param state {@code UNSOLD}, {@code SOLD_UNDELIVERED} or {@code DELIVERED}
     */
    public record NewHome(
            int building,
            String unit,
            String room,
            String use,
            @Nullable Long areaDm2,
            @Nullable String areaSource,
            String state) {

        Map<String, @Nullable Object> facts() {
            Map<String, @Nullable Object> facts = new HashMap<>();
            facts.put("building_no", building);
            facts.put("unit", unit);
            facts.put("room", room);
            facts.put("use", use);
            facts.put("area_dm2", areaDm2);
            facts.put("area_source", areaDm2 == null ? null : areaSource);
            facts.put("state", state);
            return facts;
        }
    }

    /** Adds a home of which no more is known than this. */
    @Transactional
    public Outcome addHome(CommunityId id, NewHome home, LocalDate from, Clerk clerk) {
        return addHome(id, home, HomeDetails.UNKNOWN, from, clerk);
    }

    /** Adds a home; refused when its room is there already. */
    @Transactional
    public Outcome addHome(CommunityId id, NewHome home, HomeDetails details, LocalDate from, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        if (buildings(id, from, clerk.scope()).stream().noneMatch(building -> building.number() == home.building)) {
            return Outcome.Refused.of("building", "building-unknown");
        }
        if (tables.isTaken(id, 0, home, clerk.scope())) {
            return Outcome.Refused.of("room", "duplicate-home", home.room);
        }
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CHANGE, "");
        int number = jdbc.sql("select coalesce(max(home_no), 0) + 1 from linli.home where community_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        Map<String, @Nullable Object> facts = new HashMap<>(home.facts());
        facts.putAll(details.facts(personal));
        homes.insert(HomeTables.home(id, number), from, null, facts, stamp);
        tables.countAgain(id, stamp);
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    /** An owner in plain text. @param idNumber and {@code phone}: null when unknown */
    public record Disclosed(
            String name,
            @Nullable String idKind,
            @Nullable String idNumber,
            @Nullable String phone,
            String reason) {}

    /** Whether an owner of the community has this number. */
    public boolean hasOwner(CommunityId id, int ownerNo, RowScope scope) {
        return owners.find(id, List.of(ownerNo), scope).containsKey(ownerNo);
    }

    /** Shows one owner in plain text, once, and records who looked and why. @param reason not empty */
    @Transactional
    public Optional<Disclosed> disclose(CommunityId id, int ownerNo, String reason, Clerk clerk) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a disclosure without a reason");
        }
        if (!reach.lock(id, clerk.scope())) {
            return Optional.empty();
        }
        Optional<OwnerStore.Owner> owner = Optional.ofNullable(
                owners.find(id, List.of(ownerNo), clerk.scope()).get(ownerNo));
        owner.ifPresent(found -> disclosures.disclosed(id, ownerNo, reason, clerk));
        return owner.map(found -> new Disclosed(found.name(), found.idKind(), found.idNumber(), found.phone(), reason));
    }
}
