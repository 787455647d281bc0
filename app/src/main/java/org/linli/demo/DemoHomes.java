package org.linli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.linli.platform.home.Progress;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.linli.rules.codes.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Homes, owners and who owns what: couples, owners of several homes, companies, and the developer's unsold stock. */
final class DemoHomes {

    private static final int BATCH = 40;
    private static final String CLERK = "演示数据";

    private final Copy copy;
    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Progress progress;
    private final int thinning;

    /** @param thinning 1 for every home, 20 for one of twenty */
    DemoHomes(Copy copy, JdbcClient jdbc, PersonalData personal, Progress progress, int thinning) {
        this.copy = copy;
        this.jdbc = jdbc;
        this.personal = personal;
        this.progress = progress;
        this.thinning = thinning;
    }

    void load(List<DemoCommunity> communities) {
        int told = 0;
        for (int from = 0; from < communities.size(); from += BATCH) {
            int to = Math.min(from + BATCH, communities.size());
            // Encryption is most of the work and uses all cores; the rows then go down one connection.
            List<Rows> rows = IntStream.range(from, to)
                    .parallel()
                    .mapToObj(i -> rows(communities.get(i)))
                    .toList();
            write("linli.building", BUILDING, rows.stream().map(Rows::buildings).toList());
            write("linli.home", HOME, rows.stream().map(Rows::homes).toList());
            write("linli.owner", OWNER, rows.stream().map(Rows::owners).toList());
            write(
                    "linli.ownership",
                    OWNERSHIP,
                    rows.stream().map(Rows::ownerships).toList());
            int tenth = to * 10 / communities.size();
            if (tenth > told) {
                told = tenth;
                progress.say("Loading the demo city: homes and owners, " + tenth * 10 + " %");
            }
        }
        facts();
    }

    private void write(String table, List<String> columns, List<List<Object[]>> parts) {
        copy.into(table, columns, sink -> parts.forEach(part -> part.forEach(sink::row)));
    }

    private Rows rows(DemoCommunity community) {
        SplittableRandom random = new SplittableRandom(community.id() * 7919);
        DemoNames names = new DemoNames();
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        LocalDate from = community.registeredOn();
        Object recorded = DemoLoader.recorded(from);
        int homes = Math.max(4, community.households() / thinning);
        int buildings = Math.max(1, Math.min(community.buildings(), homes / 4));
        int perBuilding = (homes + buildings - 1) / buildings;
        for (int b = 1; b <= buildings; b++) {
            rows.buildings.add(new Object[] {
                community.id(), b, 1, b + "幢", 6 + random.nextInt(20), random.nextInt(3), 2, from, recorded, CLERK
            });
        }
        boolean isNew = from.getYear() >= 2022;
        rows.owners.add(organisation(community.id(), 1, "DEVELOPER", "台州演示置业有限公司", recorded));
        int owner = 1;
        for (int h = 1; h <= homes; h++) {
            int inBuilding = (h - 1) % perBuilding;
            int floor = inBuilding / 4 + 1;
            boolean shop = floor == 1 && random.nextInt(25) == 0;
            boolean unsold = random.nextInt(100) < (isNew ? 18 : 1);
            boolean undelivered = !unsold && random.nextInt(100) < (isNew ? 6 : 0);
            rows.homes.add(new Object[] {
                community.id(),
                h,
                1,
                (h - 1) / perBuilding + 1,
                Integer.toString(inBuilding % 4 / 2 + 1),
                floor * 100 + inBuilding % 2 + 1 + (inBuilding % 4 / 2) * 2,
                shop ? "SHOP" : "RESIDENCE",
                5_500L + random.nextInt(9_500),
                random.nextInt(8) == 0 ? "SURVEY" : "REGISTER",
                unsold ? "UNSOLD" : undelivered ? "SOLD_UNDELIVERED" : "DELIVERED",
                from,
                recorded,
                CLERK
            });
            String form = "SOLE";
            String owners;
            if (unsold || undelivered) {
                owners = "{1}";
            } else if (owner > 3 && random.nextInt(14) == 0) {
                owners = "{" + (2 + random.nextInt(owner - 1)) + "}";
            } else if (random.nextInt(90) == 0) {
                rows.owners.add(
                        organisation(community.id(), ++owner, "ORGANISATION", "台州演示" + h + "号贸易有限公司", recorded));
                owners = "{" + owner + "}";
            } else if (random.nextInt(100) < 38) {
                form = "JOINT";
                rows.owners.add(person(community.id(), ++owner, names, random, recorded));
                rows.owners.add(person(community.id(), ++owner, names, random, recorded));
                owners = "{" + (owner - 1) + "," + owner + "}";
            } else {
                rows.owners.add(person(community.id(), ++owner, names, random, recorded));
                owners = "{" + owner + "}";
            }
            rows.ownerships.add(
                    new Object[] {community.id(), h, 1, 1, form, "REGISTER", "不动产登记簿（演示）", owners, from, recorded, CLERK
                    });
        }
        return rows;
    }

    private Object[] person(long community, int number, DemoNames names, SplittableRandom random, Object recorded) {
        String first17 = "331002"
                + String.format(
                        "%04d%02d%02d", 1945 + random.nextInt(58), 1 + random.nextInt(12), 1 + random.nextInt(28))
                + String.format("%03d", random.nextInt(1000));
        String id = first17 + ResidentId.checkCharacter(first17);
        String phone = "+86139" + String.format("%08d", random.nextInt(100_000_000));
        return new Object[] {
            community,
            number,
            1,
            "PERSON",
            personal.encrypt(names.person(random)),
            "RESIDENT_ID",
            personal.encrypt(id),
            personal.hash("owner-id", id),
            personal.encrypt(phone),
            phone.substring(phone.length() - 4),
            recorded,
            CLERK
        };
    }

    private Object[] organisation(long community, int number, String kind, String name, Object recorded) {
        return new Object[] {
            community, number, 1, kind, personal.encrypt(name), null, null, null, null, null, recorded, CLERK
        };
    }

    private void facts() {
        jdbc.sql("""
                insert into linli.community_facts
                    (community_id, homes, homes_area_dm2, homes_without_area, homes_without_owner, owners, owners_without_id, updated_at)
                select c.community_id, coalesce(h.homes, 0), coalesce(h.area, 0), coalesce(h.blank, 0), 0,
                       coalesce(o.owners, 0), coalesce(o.without_id, 0), c.created_at
                from linli.community c
                left join (select community_id, count(*) homes, sum(area_dm2) area, count(*) filter (where area_dm2 is null) blank
                             from linli.home group by community_id) h using (community_id)
                left join (select community_id, count(*) owners, count(*) filter (where id_hash is null) without_id
                             from linli.owner group by community_id) o using (community_id)
                """).update();
    }

    private record Rows(
            List<Object[]> buildings, List<Object[]> homes, List<Object[]> owners, List<Object[]> ownerships) {}

    private static final List<String> BUILDING = List.of(
            "community_id",
            "building_no",
            "version_no",
            "label",
            "floors_above",
            "floors_below",
            "units",
            "valid_from",
            "recorded_at",
            "recorded_by");
    private static final List<String> HOME = List.of(
            "community_id",
            "home_no",
            "version_no",
            "building_no",
            "unit",
            "room",
            "use",
            "area_dm2",
            "area_source",
            "state",
            "valid_from",
            "recorded_at",
            "recorded_by");
    private static final List<String> OWNER = List.of(
            "community_id",
            "owner_no",
            "version_no",
            "kind",
            "name",
            "id_kind",
            "id_number",
            "id_hash",
            "phone",
            "phone_last4",
            "recorded_at",
            "recorded_by");
    private static final List<String> OWNERSHIP = List.of(
            "community_id",
            "home_no",
            "ownership_no",
            "version_no",
            "form",
            "cause",
            "evidence",
            "owners",
            "valid_from",
            "recorded_at",
            "recorded_by");
}
