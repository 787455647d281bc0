package org.linli.registry.claims;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.codes.Masks;
import org.linli.rules.codes.ResidentId;
import org.linli.rules.intake.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register says today of a home and its owners, and whether somebody's words are the register's. */
@Repository
class HomeRegister {

    private static final String HOMES = """
            select t.community_id, t.home_no, b.label, t.unit, t.room, t.use, t.area_dm2, o.form, o.owners, o.certificate
            from linli.home t
            join linli.building b on b.community_id = t.community_id and b.building_no = t.building_no
                 and b.superseded_at is null and b.valid_from <= :today and (b.valid_to is null or b.valid_to > :today)
            left join linli.ownership o on o.community_id = t.community_id and o.home_no = t.home_no
                 and o.superseded_at is null and o.valid_from <= :today and (o.valid_to is null or o.valid_to > :today)
            where t.community_id = :community and t.superseded_at is null
              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BusinessTime time;

    HomeRegister(JdbcClient jdbc, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    /** A home today. @param owners numbers, empty when nobody is on the register @param certificate sealed */
    record Home(
            CommunityId community,
            int number,
            String building,
            String unit,
            String room,
            String use,
            @Nullable Long areaDm2,
            String form,
            List<Integer> owners,
            byte @Nullable [] certificate) {

        String address() {
            return building + " " + unit + "-" + room;
        }
    }

    /** An owner, for the eyes of this package only. */
    record Person(
            int number, String kind, String name, @Nullable String idHash, boolean reachable) {
        boolean isHuman() {
            return kind.equals("PERSON");
        }

        String masked() {
            return isHuman() ? Masks.name(name) : name;
        }
    }

    Optional<Home> find(CommunityId community, int homeNo) {
        return jdbc.sql(HOMES + " and t.home_no = :home")
                .param("community", community.value())
                .param("today", time.today())
                .param("home", homeNo)
                .query(HomeRegister::home)
                .optional();
    }

    /** The home whose building, stairwell and room are written so, apart from blanks, width and the words for them. */
    Optional<Home> find(CommunityId community, String building, String unit, String room) {
        return buildings(community).stream()
                .filter(label -> plain(label).equals(plain(building)))
                .flatMap(label -> listHomes(community, label).stream())
                .filter(home ->
                        plain(home.unit).equals(plain(unit)) && plain(home.room).equals(plain(room)))
                .findFirst();
    }

    List<Home> listHomes(CommunityId community, String building) {
        return jdbc.sql(HOMES + " and b.label = :building order by t.unit, t.room, t.home_no")
                .param("community", community.value())
                .param("today", time.today())
                .param("building", building)
                .query(HomeRegister::home)
                .list();
    }

    String communityName(CommunityId community) {
        return jdbc.sql("""
                select name from linli.community_version
                where community_id = :community and superseded_at is null order by valid_from desc limit 1
                """)
                .param("community", community.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    List<Integer> homesOf(CommunityId community, int ownerNo) {
        LocalDate today = time.today();
        return jdbc.sql("""
                select o.home_no from linli.ownership o
                where o.community_id = :community and :owner = any(o.owners) and o.superseded_at is null
                  and o.valid_from <= :today and (o.valid_to is null or o.valid_to > :today)
                order by o.home_no
                """)
                .param("community", community.value())
                .param("owner", ownerNo)
                .param("today", today)
                .query(Integer.class)
                .list();
    }

    List<String> buildings(CommunityId community) {
        return jdbc.sql("""
                select b.label from linli.building b
                where b.community_id = :community and b.superseded_at is null
                  and b.valid_from <= :today and (b.valid_to is null or b.valid_to > :today)
                order by b.building_no
                """)
                .param("community", community.value())
                .param("today", time.today())
                .query(String.class)
                .list();
    }

    List<Person> owners(Home home) {
        return jdbc
                .sql("""
                select t.owner_no, t.kind, t.name, t.id_hash, t.phone is not null reachable from linli.owner t
                where t.community_id = :community and t.owner_no = any(:owners) and t.superseded_at is null
                """)
                .param("community", home.community.value())
                .param("owners", home.owners.toArray(Integer[]::new))
                .query(this::person)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(person -> home.owners.indexOf(person.number)))
                .toList();
    }

    private Person person(ResultSet row, int n) throws SQLException {
        byte[] idHash = row.getBytes("id_hash");
        return new Person(
                row.getInt("owner_no"),
                row.getString("kind"),
                personal.decrypt(row.getBytes("name")),
                idHash == null ? null : HexFormat.of().formatHex(idHash),
                row.getBoolean("reachable"));
    }

    /**
     * Whether the owner owns the home today and is a human being, who proves it alone. A company or the developer acts through
     * a representative whom the street accepts: its credit code is public and proves nobody.
     *
     * <p>Source: domain C13; refusing ordinary claims is our own default [D].
     */
    static boolean isPersonOf(List<Person> owners, int ownerNo) {
        return owners.stream().anyMatch(person -> person.number == ownerNo && person.isHuman());
    }

    /** The human owner of the home with this name and number. */
    Optional<Person> match(Home home, String name, String idNumber) {
        return match(home, idNumber).filter(person -> canonical(person.name).equals(canonical(name)));
    }

    /** The human owner of the home with this number. */
    Optional<Person> match(Home home, String idNumber) {
        // A passport's number is kept in another canonical form than a resident's.
        Set<String> hashes = new HashSet<>();
        for (String number : List.of(ResidentId.normalise(idNumber), CreditCode.normalise(idNumber))) {
            hashes.add(HexFormat.of().formatHex(personal.hash("owner-id", number)));
        }
        return owners(home).stream()
                .filter(person -> person.isHuman() && person.idHash != null && hashes.contains(person.idHash))
                .findFirst();
    }

    boolean isCertificate(Home home, String typed) {
        byte[] sealed = home.certificate;
        return sealed != null
                && !canonical(typed).isEmpty()
                && canonical(personal.decrypt(sealed)).equals(canonical(typed));
    }

    /** Names and numbers that differ in blanks, width or case only are the same. */
    static String canonical(String text) {
        return Texts.normalise(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** 3幢, 3号楼 and 3 are one building, 2单元 and 2 one stairwell, 101室 and 101 one room. */
    private static String plain(String text) {
        return canonical(text).replaceAll("(号楼|幢|栋|座|楼|单元|室|号|#)$", "");
    }

    private static Home home(ResultSet row, int n) throws SQLException {
        return new Home(
                new CommunityId(row.getLong("community_id")),
                row.getInt("home_no"),
                row.getString("label"),
                row.getString("unit"),
                row.getString("room"),
                row.getString("use"),
                row.getObject("area_dm2", Long.class),
                Objects.requireNonNullElse(row.getString("form"), ""),
                numbers(row.getArray("owners")),
                row.getBytes("certificate"));
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }
}
