package org.linli.registry;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.registry.DatedRows.Shape;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of buildings, homes and ownerships, the keys into them, and the counts that are kept of them. */
@Repository
class HomeTables {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final DatedRows buildings;
    private final DatedRows homes;
    private final DatedRows ownerships;

    HomeTables(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
        this.buildings = new DatedRows(
                jdbc,
                new Shape(
                        "linli.building",
                        List.of("community_id", "building_no"),
                        List.of(
                                "label",
                                "structure",
                                "floors_above",
                                "floors_below",
                                "units",
                                "completed_on",
                                "gfa_dm2",
                                "lifts",
                                "in_fund"),
                        true,
                        true));
        this.homes = new DatedRows(
                jdbc,
                new Shape(
                        "linli.home",
                        List.of("community_id", "home_no"),
                        List.of(
                                "building_no",
                                "unit",
                                "room",
                                "use",
                                "area_dm2",
                                "area_source",
                                "area_evidence",
                                "state",
                                "estate_code",
                                "fee_payer",
                                "fund_account"),
                        true,
                        true));
        this.ownerships = new DatedRows(
                jdbc,
                new Shape(
                        "linli.ownership",
                        List.of("community_id", "home_no", "ownership_no"),
                        List.of("form", "cause", "evidence", "certificate", "owners", "shares"),
                        true,
                        true));
    }

    DatedRows buildings() {
        return buildings;
    }

    DatedRows homes() {
        return homes;
    }

    DatedRows ownerships() {
        return ownerships;
    }

    static Map<String, Object> community(CommunityId id) {
        return Map.of("community_id", id.value());
    }

    static Map<String, Object> building(CommunityId id, int number) {
        return Map.of("community_id", id.value(), "building_no", number);
    }

    static Map<String, Object> home(CommunityId id, int homeNo) {
        return Map.of("community_id", id.value(), "home_no", homeNo);
    }

    /** A number that grows with every recorded ownership of a home: what its forms carry back. */
    int lastOwnership(CommunityId id, int homeNo, RowScope scope) {
        return ownerships.all(home(id, homeNo), scope).stream()
                .mapToInt(row -> (Integer) Objects.requireNonNull(row.key().get("ownership_no")) * 1000 + row.version())
                .max()
                .orElse(0);
    }

    /** Whether a home stands in the building, on whatever day. */
    boolean hasHomes(CommunityId id, int building) {
        return jdbc.sql("""
                select exists (select from linli.home
                                where community_id = :id and building_no = :building and superseded_at is null)
                """)
                .param("id", id.value())
                .param("building", building)
                .query(Boolean.class)
                .single();
    }

    /** Whether another home than {@code but} stands for the same room. */
    boolean isTaken(CommunityId id, int but, Homes.NewHome home, RowScope scope) {
        return homes.current(community(id), scope).stream()
                .filter(row -> row.to() == null
                        && !Integer.valueOf(but).equals(row.key().get("home_no")))
                .anyMatch(row -> Integer.valueOf(home.building()).equals(row.count("building_no"))
                        && home.unit().equals(row.text("unit"))
                        && home.room().equals(row.text("room")));
    }

    /** City-wide pages read these counts and never the homes; whoever depends on who owns what is told. */
    void countAgain(CommunityId id, Stamp stamp) {
        jdbc.sql("""
                insert into linli.community_facts as f
                    (community_id, homes, homes_area_dm2, homes_without_area, homes_without_owner, owners,
                     owners_without_id, updated_at)
                select :id, count(*), coalesce(sum(h.area_dm2), 0), count(*) filter (where h.area_dm2 is null),
                       count(*) filter (where not exists (
                           select 1 from linli.ownership o
                           where o.community_id = h.community_id and o.home_no = h.home_no
                             and o.superseded_at is null and o.valid_to is null)),
                       (select count(*) from linli.owner w where w.community_id = :id and w.superseded_at is null),
                       (select count(*) from linli.owner w
                         where w.community_id = :id and w.superseded_at is null and w.id_hash is null),
                       :at
                from linli.home h
                where h.community_id = :id and h.superseded_at is null and h.valid_to is null
                on conflict (community_id) do update set
                    homes = excluded.homes, homes_area_dm2 = excluded.homes_area_dm2,
                    homes_without_area = excluded.homes_without_area,
                    homes_without_owner = excluded.homes_without_owner, owners = excluded.owners,
                    owners_without_id = excluded.owners_without_id, updated_at = excluded.updated_at
                """)
                .param("id", id.value())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new OwnershipChanged(id));
    }
}
