package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.linli.rules.intake.NameText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Homes and owners: judged row by row in batches, laid down in intake tables, and stored by a handful of statements.
 *
 * <p>Never more than one batch of rows is in memory.
 */
@Component
class Homes {

    private static final int ROWS_AT_ONCE = 2_000;

    /** So many rows are stored between two notes of how far it has come. */
    private static final int ROWS_A_NOTE = 50_000;

    /** Guesses of blank cells, which a sheet without the column makes in each of its rows. */
    private static final Set<String> BLANKS =
            Set.of("USE_ASSUMED", "STATE_ASSUMED", "CAUSE_ASSUMED", "REGISTERED_DAY_ASSUMED");

    private static final List<String> HOME = List.of(
            "community_id",
            "import_id",
            "row_no",
            "building",
            "unit",
            "room",
            "use",
            "area_dm2",
            "area_source",
            "state",
            "estate_code",
            "form",
            "cause",
            "registered_on",
            "shares");
    private static final List<String> OWNER = List.of(
            "community_id",
            "import_id",
            "row_no",
            "place",
            "kind",
            "same_key",
            "name",
            "name_hash",
            "id_kind",
            "id_number",
            "id_hash",
            "phone",
            "phone_last4");

    private final JdbcClient jdbc;
    private final Copy copy;
    private final PersonalData personal;
    private final ImportStore store;
    private final OwnerNames names;
    private final RowStore rowStore;
    private final FindingStore findingStore;
    private final FixStore fixStore;
    private final BusinessTime time;
    private final City city;

    Homes(
            JdbcClient jdbc,
            Copy copy,
            PersonalData personal,
            ImportStore store,
            OwnerNames names,
            RowStore rowStore,
            FindingStore findingStore,
            FixStore fixStore,
            BusinessTime time,
            City city) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.personal = personal;
        this.store = store;
        this.names = names;
        this.rowStore = rowStore;
        this.findingStore = findingStore;
        this.fixStore = fixStore;
        this.time = time;
        this.city = city;
    }

    /** The community of a code inside a division. */
    Optional<Long> findCommunity(DivisionCode within, String code) {
        return jdbc.sql("""
                select c.community_id from linli.community c join linli.community_version v using (community_id)
                where c.code = :code and v.superseded_at is null and v.division_code like :prefix limit 1
                """)
                .param("code", code)
                .param("prefix", within.value() + "%")
                .query(Long.class)
                .optional();
    }

    void check(Import import_, @org.jspecify.annotations.Nullable String refusal, IntConsumer progress) {
        clear(import_.id());
        HomeReader reader = new HomeReader(import_, communities(import_.sender()), personal, time.today());
        Map<Integer, Map<String, String>> fixes = fixStore.fixes(import_.id());
        int after = 0;
        int rows = 0;
        int excluded = 0;
        int findings = 1;
        for (List<KeptRow> batch = rowStore.rows(import_.id(), after, ROWS_AT_ONCE);
                !batch.isEmpty();
                batch = rowStore.rows(import_.id(), after, ROWS_AT_ONCE)) {
            List<HomeReader.Parsed> parsed = batch.parallelStream()
                    .filter(row -> row.skip().isEmpty())
                    .filter(row -> !fixes.getOrDefault(row.number(), Map.of()).containsKey(Imports.EXCLUDE))
                    .map(row -> reader.read(
                            Judge.dataRow(row, import_.header(), fixes.getOrDefault(row.number(), Map.of()))))
                    .toList();
            List<Finding> found = write(import_.id(), findings, parsed);
            findings += found.size();
            rows += (int) batch.stream().filter(row -> row.skip().isEmpty()).count();
            excluded += (int) batch.stream()
                    .filter(row -> fixes.getOrDefault(row.number(), Map.of()).containsKey(Imports.EXCLUDE))
                    .count();
            after = batch.getLast().number();
            progress.accept(rows);
        }
        findings += jdbc.sql(NOTE_COLLISIONS)
                .param("id", import_.id())
                .param("from", findings)
                .update();
        names.note(import_.id(), findings);
        int refused = findingStore.countRefusedRows(import_.id());
        int stored = rows - refused - excluded;
        Summary summary = new Summary(
                rows,
                stored,
                0,
                refused,
                excluded,
                rowStore.countSkipped(import_.id()),
                List.of(new Summary.Things("home", stored, 0, 0), owners(import_.id())));
        store.checked(import_.id(), rows, "homes", summary, refusal);
    }

    private List<Finding> write(long id, int from, List<HomeReader.Parsed> parsed) {
        copy.into(
                "linli.home_intake",
                HOME,
                sink -> parsed.forEach(row -> row.home().ifPresent(sink::row)));
        copy.into(
                "linli.owner_intake",
                OWNER,
                sink -> parsed.forEach(row -> row.owners().forEach(sink::row)));
        List<Finding> findings = Finding.gathered(
                parsed.stream().flatMap(row -> row.findings().stream()).toList(), BLANKS);
        findingStore.add(id, from, findings);
        return findings;
    }

    private HomeReader.Communities communities(DivisionCode within) {
        Map<String, Long> byCode = new HashMap<>();
        Map<String, List<Long>> byName = new HashMap<>();
        jdbc.sql("""
                select c.community_id, c.code, v.name from linli.community c
                join lateral (select name from linli.community_version v
                    where v.community_id = c.community_id and v.superseded_at is null and v.division_code like :prefix
                    order by valid_from desc limit 1) v on true
                """).param("prefix", within.value() + "%").query(row -> {
            byCode.put(row.getString("code"), row.getLong("community_id"));
            byName.computeIfAbsent(NameText.key(row.getString("name")), key -> new ArrayList<>(1))
                    .add(row.getLong("community_id"));
        });
        return new HomeReader.Communities(byCode, byName);
    }

    private Summary.Things owners(long id) {
        return jdbc.sql("""
                select count(*)::int as all_owners, count(known)::int as same_owners from (
                    select distinct i.community_id, i.same_key,
                        (select min(o.owner_no) from linli.owner o where o.community_id = i.community_id
                            and o.id_hash = i.same_key and o.superseded_at is null) known
                    from linli.owner_intake i where i.import_id = :id) one
                """)
                .param("id", id)
                .query((row, n) -> new Summary.Things("owner", row.getInt(1) - row.getInt(2), 0, row.getInt(2)))
                .single();
    }

    private boolean collides(long id) {
        return jdbc.sql("select exists (" + COLLISIONS + ")")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores the intake in the running transaction, or gives the import back when the registry has moved.
     *
     * @param progress told how many rows are stored; on another connection, for this one shows nothing before it is done
     */
    void store(Import import_, RegistryStore.Act act, String moved, IntConsumer progress) {
        long id = import_.id();
        if (collides(id) || names.haveMoved(id)) {
            check(import_, moved, done -> {});
            return;
        }
        Map<String, Object> parameters = new HashMap<>(act.parameters());
        parameters.put("id", id);
        parameters.put("day", act.day());
        // Tables of this transaction alone: the planner must know how many rows came in, and find some of them, or it
        // takes hours.
        for (String table : List.of(HOME_IN, OWNER_IN, COMMUNITY_IN)) {
            jdbc.sql(table).params(parameters).update();
        }
        index("home_in (row_no)", "owner_in (row_no)");
        analyze("home_in", "owner_in", "community_in");
        jdbc.sql(BUILDINGS).params(parameters).update();
        for (String table : List.of(ROOM_IN, NUMBER_IN)) {
            jdbc.sql(table).params(parameters).update();
        }
        index("room_in (row_no)", "number_in (community_id, same_key)");
        analyze("room_in", "number_in");
        int owners = jdbc.sql(OWNERS).params(parameters).update();
        int homes = homes(parameters, progress);
        List<Long> communities = jdbc.sql(
                        "select distinct community_id from linli.home_intake where import_id = :id order by 1")
                .param("id", id)
                .query(Long.class)
                .list();
        Summary said = java.util.Objects.requireNonNull(import_.summary());
        if (homes != said.stored() || owners != said.of("owner").added()) {
            throw new IllegalStateException(
                    "import %d stores %d homes and %d owners, but said %s".formatted(id, homes, owners, said));
        }
        facts(communities, act);
        clear(id);
        store.stored(id, said, new java.util.TreeSet<>(communities), java.util.Set.of(), act.at());
    }

    /** The homes and who owns them, some rows at a time. */
    private int homes(Map<String, Object> parameters, IntConsumer progress) {
        int last = jdbc.sql("select coalesce(max(row_no), 0) from home_in")
                .query(Integer.class)
                .single();
        int homes = 0;
        for (int after = 0; after < last; after += ROWS_A_NOTE) {
            for (String statement : List.of(HOMES, OWNERSHIPS)) {
                int rows = jdbc.sql(statement)
                        .params(parameters)
                        .param("after", after)
                        .param("upTo", after + ROWS_A_NOTE)
                        .update();
                homes += statement.equals(HOMES) ? rows : 0;
            }
            progress.accept(homes);
        }
        return homes;
    }

    private void index(String... columns) {
        for (String ofTable : columns) {
            jdbc.sql("create index on " + ofTable).update();
        }
    }

    private void analyze(String... tables) {
        for (String table : tables) {
            jdbc.sql("analyze " + table).update();
        }
    }

    private void clear(long id) {
        jdbc.sql("delete from linli.owner_intake where import_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from linli.home_intake where import_id = :id")
                .param("id", id)
                .update();
    }

    private void facts(List<Long> communities, RegistryStore.Act act) {
        jdbc.sql(FACTS)
                .param("communities", communities.toArray(Long[]::new))
                .param("at", ImportStore.utc(act.at()))
                .update();
    }

    void undo(long id, Undo.Stored stored, RegistryStore.Act act) {
        for (String table : List.of("ownership", "owner", "home")) {
            jdbc.sql("update linli." + table + """
                     set superseded_at = :at
                    where community_id = any(:communities) and import_id = :id and superseded_at is null
                    """)
                    .param("at", ImportStore.utc(act.at()))
                    .param("communities", stored.communities())
                    .param("id", id)
                    .update();
        }
        jdbc.sql("""
                update linli.building b set superseded_at = :now
                where b.community_id = any(:communities) and b.recorded_at = :at and b.superseded_at is null
                  and not exists (select 1 from linli.home h where h.community_id = b.community_id
                      and h.building_no = b.building_no and h.superseded_at is null)
                """)
                .param("now", ImportStore.utc(act.at()))
                .param("at", ImportStore.utc(stored.at()))
                .param("communities", stored.communities())
                .update();
        facts(List.of(stored.communities()), act);
        city.changed();
    }

    /** Rooms that stand in the sheet twice or in the registry already. */
    private static final String COLLISIONS = """
            select row_no, 'ROOM_TWICE' code, building, unit, room, first_row::text other from (
                select row_no, building, unit, room,
                    min(row_no) over (partition by community_id, building, unit, room) first_row
                from linli.home_intake where import_id = :id) twice
            where row_no > first_row
            union all
            select i.row_no, 'ROOM_EXISTS', i.building, i.unit, i.room, null
            from linli.home_intake i
            join linli.building b on b.community_id = i.community_id and b.label = i.building and b.superseded_at is null
            join linli.home h on h.community_id = i.community_id and h.building_no = b.building_no and h.unit = i.unit
                and h.room = i.room and h.superseded_at is null and h.valid_to is null
            where i.import_id = :id
            """;

    /** Written by the database: a sheet sent twice collides in each of its rows. */
    private static final String NOTE_COLLISIONS = """
            insert into platform.import_problem (import_id, problem_no, row_no, column_key, severity, code, group_key, args)
            select :id, :from - 1 + row_number() over (order by row_no, code), row_no, 'ROOM', 'PROBLEM', code,
                'PROBLEM:ROOM:' || code, array_remove(array[building || '-' || unit || '-' || room, other], null)
            from (%s) collision
            """.formatted(COLLISIONS);

    private static final String HOME_IN = """
            create temporary table home_in on commit drop as
            select * from linli.home_intake where import_id = cast(:id as bigint)
            """;

    private static final String OWNER_IN = """
            create temporary table owner_in on commit drop as
            select * from linli.owner_intake where import_id = cast(:id as bigint)
            """;

    private static final String COMMUNITY_IN = """
            create temporary table community_in on commit drop as
            select c.community_id,
                coalesce((select max(b.building_no) from linli.building b where b.community_id = c.community_id), 0) last_building,
                coalesce((select max(h.home_no) from linli.home h where h.community_id = c.community_id), 0) last_home,
                coalesce((select max(o.owner_no) from linli.owner o where o.community_id = c.community_id), 0) last_owner
            from (select distinct community_id from home_in) c
            """;

    private static final String BUILDINGS = """
            insert into linli.building (community_id, building_no, version_no, label, valid_from, recorded_at, recorded_by)
            select i.community_id, c.last_building + row_number() over (partition by i.community_id order by i.first_row),
                1, i.building, :day, :at, :by
            from (select community_id, building, min(row_no) first_row from home_in group by community_id, building) i
            join community_in c on c.community_id = i.community_id
            where not exists (select 1 from linli.building b
                where b.community_id = i.community_id and b.label = i.building and b.superseded_at is null)
            """;

    /** Which number each row's home gets. */
    private static final String ROOM_IN = """
            create temporary table room_in on commit drop as
            select i.community_id, i.row_no, b.building_no,
                (c.last_home + row_number() over (partition by i.community_id order by i.row_no))::int home_no
            from home_in i
            join community_in c on c.community_id = i.community_id
            join (select x.community_id, x.label, min(x.building_no) building_no
                    from linli.building x join community_in y on y.community_id = x.community_id
                   where x.superseded_at is null group by x.community_id, x.label) b
                on b.community_id = i.community_id and b.label = i.building
            """;

    /** Which number each owner gets: the one the registry has for the same identity number, or the next. */
    private static final String NUMBER_IN = """
            create temporary table number_in on commit drop as
            select i.community_id, i.same_key, i.known is null is_new,
                coalesce(i.known, (c.last_owner
                    + row_number() over (partition by i.community_id, i.known is null order by i.first_row, i.first_place))::int)
                    owner_no
            from (select n.community_id, n.same_key, min(n.row_no) first_row, min(n.place) first_place,
                    (select min(o.owner_no) from linli.owner o where o.community_id = n.community_id
                        and o.id_hash = n.same_key and o.superseded_at is null) known
                  from owner_in n group by n.community_id, n.same_key) i
            join community_in c on c.community_id = i.community_id
            """;

    private static final String HOMES = """
            insert into linli.home (community_id, home_no, version_no, building_no, unit, room, use, area_dm2, area_source,
                state, estate_code, valid_from, recorded_at, recorded_by, import_id)
            select i.community_id, r.home_no, 1, r.building_no, i.unit, i.room, i.use, i.area_dm2, i.area_source, i.state,
                i.estate_code, :day, :at, :by, :id
            from home_in i join room_in r on r.community_id = i.community_id and r.row_no = i.row_no
            where i.row_no > :after and i.row_no <= :upTo
            """;

    private static final String OWNERS = """
            insert into linli.owner (community_id, owner_no, version_no, kind, name, id_kind, id_number, id_hash, phone,
                phone_last4, recorded_at, recorded_by, import_id)
            select distinct on (n.community_id, n.owner_no) i.community_id, n.owner_no, 1, i.kind, i.name, i.id_kind,
                i.id_number, i.id_hash, i.phone, i.phone_last4, cast(:at as timestamptz), :by, cast(:id as bigint)
            from owner_in i
            join number_in n on n.community_id = i.community_id and n.same_key = i.same_key and n.is_new
            order by n.community_id, n.owner_no, i.phone is null, i.row_no, i.place
            """;

    private static final String OWNERSHIPS = """
            insert into linli.ownership (community_id, home_no, ownership_no, version_no, form, cause, evidence, owners, shares,
                valid_from, recorded_at, recorded_by, import_id)
            select i.community_id, r.home_no, 1, 1, i.form, i.cause, :reason, o.owners, i.shares,
                coalesce(i.registered_on, cast(:day as date)), :at, :by, :id
            from home_in i
            join room_in r on r.community_id = i.community_id and r.row_no = i.row_no
            join (select p.community_id, p.row_no, array_agg(n.owner_no order by p.place) owners
                  from owner_in p
                  join number_in n on n.community_id = p.community_id and n.same_key = p.same_key
                  where p.row_no > :after and p.row_no <= :upTo
                  group by p.community_id, p.row_no) o
                on o.community_id = i.community_id and o.row_no = i.row_no
            where i.row_no > :after and i.row_no <= :upTo
            """;

    /** A home has at most one current ownership, so those without are the difference: no join of the two large tables. */
    private static final String FACTS = """
            insert into linli.community_facts
                (community_id, homes, homes_area_dm2, homes_without_area, homes_without_owner, owners, owners_without_id, updated_at)
            select c.community_id, coalesce(h.homes, 0), coalesce(h.area, 0), coalesce(h.blank, 0),
                   coalesce(h.homes, 0) - coalesce(w.owned, 0), coalesce(o.owners, 0), coalesce(o.without_id, 0), :at
            from linli.community c
            left join (select community_id, count(*) homes, sum(area_dm2) area, count(*) filter (where area_dm2 is null) blank
                         from linli.home
                        where community_id = any(:communities) and superseded_at is null and valid_to is null
                        group by community_id) h using (community_id)
            left join (select community_id, count(*) owned from linli.ownership
                        where community_id = any(:communities) and superseded_at is null and valid_to is null
                        group by community_id) w using (community_id)
            left join (select community_id, count(*) owners, count(*) filter (where id_hash is null) without_id
                         from linli.owner where community_id = any(:communities) and superseded_at is null
                        group by community_id) o using (community_id)
            where c.community_id = any(:communities)
            on conflict (community_id) do update set
                homes = excluded.homes, homes_area_dm2 = excluded.homes_area_dm2,
                homes_without_area = excluded.homes_without_area, homes_without_owner = excluded.homes_without_owner,
                owners = excluded.owners, owners_without_id = excluded.owners_without_id, updated_at = excluded.updated_at
            """;
}
