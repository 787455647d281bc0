package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.intake.RoomText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds homes by where they are, and by whose they are. A search for a person is logged with its reason before anything is shown, and
 * never says more than a list of homes does: names and phones masked. A name is encrypted, so that it is looked for within one
 * community only; a number has its keyed hash, a phone its last four digits, and both are found wherever the clerk may look.
 *
 * <p>Source: Personal Information Protection Law art. 6 and 51 [V]; the reasons are our default [D].
 */
@Service
public class HomeSearch {

    /** The most homes that are shown; whoever finds more asks more exactly. */
    public static final int MOST = 50;

    /** What of a person, or of a home's title, is known to whoever searches. */
    public enum Key {
        NAME,
        ID_NUMBER,
        PHONE,
        CERTIFICATE;

        /** Whether it is also looked for beyond one community. */
        public boolean reachesFar() {
            return this == ID_NUMBER || this == PHONE;
        }
    }

    /** Why somebody is looked for; the log holds no words about a person. */
    public enum Reason {
        AT_THE_COUNTER,
        INQUIRY,
        DISPUTE,
        ROLL,
        AUTHORITY
    }

    /** Homes of one community. */
    public record Hit(CommunityId community, String name, List<HomeLine> homes) {}

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final OwnerFinder owners;
    private final Homes homes;
    private final AccessLog log;
    private final BusinessTime time;

    HomeSearch(
            JdbcClient jdbc, PersonalData personal, OwnerFinder owners, Homes homes, AccessLog log, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.owners = owners;
        this.homes = homes;
        this.log = log;
        this.time = time;
    }

    /** Homes by building, stairwell and room as people write them; one more than {@link #MOST} when there are more. */
    public List<HomeLine> byRoom(CommunityId id, String typed, RowScope scope) {
        List<RoomText> readings = RoomText.read(typed);
        if (readings.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        List<String> either = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            RoomText reading = readings.get(i);
            either.add("(:b%1$d in ('', building) and :u%1$d in ('', unit) and :r%1$d in ('', room))".formatted(i));
            parameters.put("b" + i, reading.building());
            parameters.put("u" + i, reading.unit());
            parameters.put("r" + i, reading.room());
        }
        List<Integer> found = jdbc.sql("""
                select home_no from (
                    select t.home_no, upper(regexp_replace(b.label, :words, '')) building,
                           upper(regexp_replace(t.unit, :words, '')) unit, upper(regexp_replace(t.room, :words, '')) room
                    from linli.home t
                    join linli.building b on b.community_id = t.community_id and b.building_no = t.building_no
                         and b.superseded_at is null and b.valid_from <= :day and (b.valid_to is null or b.valid_to > :day)
                    where t.community_id = :id and t.superseded_at is null
                      and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day) and %s) plain
                where %s
                order by home_no limit :limit
                """.formatted(DatedRows.IN_SCOPE, String.join(" or ", either)))
                .param("id", id.value())
                .param("day", time.today())
                .param("words", RoomText.WORDS)
                .param("limit", MOST + 1)
                .params(parameters)
                .params(scope.parameters())
                .query(Integer.class)
                .list();
        return homes.lines(id, found, time.today(), scope);
    }

    /** Homes of one community by a person or a title; the search is logged first. */
    @Transactional
    public List<HomeLine> byPerson(
            CommunityId id, Key key, String typed, Reason reason, Viewer viewer, RowScope scope) {
        log.record(viewer, "owner.search", "community", id, reason + " " + key);
        List<Integer> found = key == Key.CERTIFICATE
                ? byCertificate(id, typed, scope)
                : homesOf(
                        id,
                        owners.find(id, key, typed, scope).stream()
                                .map(OwnerFinder.Person::owner)
                                .toList(),
                        scope);
        return homes.lines(id, found.stream().limit(MOST + 1).toList(), time.today(), scope);
    }

    /** Homes by a person wherever the scope reaches; the search is logged first. @param key one that {@linkplain Key#reachesFar reaches far} */
    @Transactional
    public List<Hit> everywhere(Key key, String typed, Reason reason, Viewer viewer, RowScope scope) {
        if (!key.reachesFar()) {
            throw new IllegalArgumentException(key + " is looked for within one community");
        }
        log.record(viewer, "owner.search", "division", viewer.scope().key(), reason + " " + key);
        Map<Long, List<Integer>> byCommunity = new TreeMap<>();
        owners.find(null, key, typed, scope)
                .forEach(person -> byCommunity
                        .computeIfAbsent(person.community(), none -> new ArrayList<>())
                        .add(person.owner()));
        Map<Long, String> names = names(List.copyOf(byCommunity.keySet()));
        List<Hit> hits = new ArrayList<>();
        int shown = 0;
        for (Map.Entry<Long, List<Integer>> owned : byCommunity.entrySet()) {
            CommunityId id = new CommunityId(owned.getKey());
            List<HomeLine> lines = homes.lines(id, homesOf(id, owned.getValue(), scope), time.today(), scope);
            if (!lines.isEmpty()) {
                hits.add(new Hit(id, names.getOrDefault(owned.getKey(), ""), lines));
            }
            shown += lines.size();
            if (shown > MOST) {
                break; // a developer owns homes in half the city
            }
        }
        return hits;
    }

    private List<Integer> homesOf(CommunityId id, List<Integer> owners, RowScope scope) {
        LocalDate today = time.today();
        return jdbc.sql("""
                select t.home_no from linli.ownership t
                where t.community_id = :id and t.owners && :owners and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day) and %s
                order by t.home_no limit :limit
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("owners", owners.toArray(Integer[]::new))
                .param("day", today)
                .param("limit", MOST + 1)
                .params(scope.parameters())
                .query(Integer.class)
                .list();
    }

    private record Title(int home, byte[] certificate) {}

    private List<Integer> byCertificate(CommunityId id, String typed, RowScope scope) {
        String wanted = RollSource.canonical(typed);
        return jdbc
                .sql("""
                select t.home_no, t.certificate from linli.ownership t
                where t.community_id = :id and t.certificate is not null and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day) and %s
                order by t.home_no
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("day", time.today())
                .params(scope.parameters())
                .query((row, n) -> new Title(row.getInt("home_no"), row.getBytes("certificate")))
                .list()
                .stream()
                .filter(title -> !wanted.isEmpty()
                        && RollSource.canonical(personal.decrypt(title.certificate))
                                .equals(wanted))
                .map(Title::home)
                .toList();
    }

    private Map<Long, String> names(List<Long> communities) {
        return jdbc
                .sql("""
                select distinct on (community_id) community_id, name from linli.community_version
                where community_id = any(:ids) and superseded_at is null and valid_from <= :day
                order by community_id, valid_from desc
                """)
                .param("day", time.today())
                .param("ids", communities.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("community_id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
