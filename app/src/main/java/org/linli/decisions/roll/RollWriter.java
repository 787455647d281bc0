package org.linli.decisions.roll;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.RollSeal;
import org.linli.platform.postgres.Copy;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of a roll's version, in the caller's transaction. */
@Repository
class RollWriter {

    private static final List<String> SOURCE = List.of(
            "community_id",
            "vote_no",
            "version_no",
            "home_no",
            "building_no",
            "kind",
            "state",
            "owners",
            "persons",
            "area_dm2");
    private static final List<String> ENTRY =
            List.of("community_id", "vote_no", "version_no", "entry_id", "developer", "owners");
    private static final List<String> WEIGHT =
            List.of("community_id", "vote_no", "version_no", "roll_no", "entry_id", "area_dm2", "commitment");
    private static final List<String> PART = List.of(
            "community_id",
            "vote_no",
            "version_no",
            "home_no",
            "entry_id",
            "building_no",
            "building",
            "unit",
            "room",
            "kind",
            "area_dm2",
            "area_source");
    private static final List<String> PAIR = List.of("community_id", "vote_no", "version_no", "person_a", "person_b");

    private final JdbcClient jdbc;
    private final Copy copy;
    private final BusinessTime time;

    RollWriter(JdbcClient jdbc, Copy copy, BusinessTime time) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.time = time;
    }

    /** Why there is a new version. */
    enum Cause {
        FREEZE,
        CHALLENGE
    }

    /** Fails on the key if somebody else made this version in between. */
    void version(Vote vote, int version, Cause cause, LocalDate recordDay, String reason, Register register) {
        jdbc.sql("""
                insert into linli.roll_version
                    (community_id, vote_no, version_no, cause, record_day, frozen_at, reason, developer_person)
                values (:community, :vote, :version, :cause, :day, :at, :reason, :developer)
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .param("version", version)
                .param("cause", cause.name())
                .param("day", recordDay)
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .param("reason", reason)
                .param("developer", register.persons().developer(), java.sql.Types.INTEGER)
                .update();
    }

    void register(Vote vote, int version, Register register) {
        long community = vote.id().community().value();
        int number = vote.id().number();
        copy.into(
                "linli.roll_source",
                SOURCE,
                rows -> register.sources()
                        .forEach(part -> rows.row(
                                community,
                                number,
                                version,
                                part.homeNo(),
                                part.buildingNo(),
                                part.kind(),
                                part.state(),
                                array(part.owners()),
                                array(part.persons()),
                                part.areaDm2())));
        Persons persons = register.persons();
        List<OwnerPair> open = register.openPairs().stream()
                .map(pair -> OwnerPair.of(persons.of(pair.ownerA()), persons.of(pair.ownerB())))
                .distinct()
                .toList();
        copy.into(
                "linli.roll_open_pair",
                PAIR,
                rows -> open.forEach(pair -> rows.row(community, number, version, pair.ownerA(), pair.ownerB())));
    }

    void entries(Vote vote, int version, List<NamedEntries.Named> entries, Register register) {
        long community = vote.id().community().value();
        int number = vote.id().number();
        List<Integer> developers = register.persons().developers();
        copy.into(
                "linli.roll_entry",
                ENTRY,
                rows -> entries.forEach(entry -> rows.row(
                        community,
                        number,
                        version,
                        entry.id().bytes(),
                        entry.person().developer(),
                        array(
                                entry.person().developer()
                                        ? developers
                                        : entry.person().owners()))));
        Map<Integer, RegisterPart> parts = new HashMap<>();
        register.parts().forEach(part -> parts.put(part.homeNo(), part));
        copy.into(
                "linli.roll_part",
                PART,
                rows -> entries.forEach(entry -> entry.person().homes().forEach(home -> {
                    FrozenRoll.PartLine line =
                            Objects.requireNonNull(parts.get(home)).line();
                    rows.row(
                            community,
                            number,
                            version,
                            home,
                            entry.id().bytes(),
                            line.buildingNo(),
                            line.building(),
                            line.unit(),
                            line.room(),
                            line.kind(),
                            line.areaDm2(),
                            line.source());
                })));
    }

    void seal(Vote vote, int version, RollSeal seal, List<Integer> buildings) {
        long community = vote.id().community().value();
        int number = vote.id().number();
        jdbc.sql("""
                insert into linli.roll_root (community_id, vote_no, version_no, roll_no, heads, area_dm2, root, buildings)
                values (:community, :vote, :version, :roll, :heads, :area, :root, :buildings)
                """)
                .param("community", community)
                .param("vote", number)
                .param("version", version)
                .param("roll", seal.rollNo())
                .param("heads", seal.root().entries())
                .param("area", seal.total().areaDm2())
                .param("root", seal.root().hash().bytes())
                .param(
                        "buildings",
                        buildings.isEmpty() ? null : buildings.toArray(Integer[]::new),
                        java.sql.Types.ARRAY)
                .update();
        copy.into("linli.roll_weight", WEIGHT, rows -> {
            for (PublicRoll.Entry entry : seal.publicRoll().entries()) {
                rows.row(
                        community,
                        number,
                        version,
                        seal.rollNo(),
                        entry.id().bytes(),
                        seal.opening(entry.id()).areaDm2(),
                        entry.commitment().bytes());
            }
        });
    }

    private static String array(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
