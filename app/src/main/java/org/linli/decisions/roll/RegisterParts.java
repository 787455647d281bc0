package org.linli.decisions.roll;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.postgres.OneOrMany;
import org.linli.platform.scope.RowScope;
import org.linli.registry.RollSource;
import org.linli.rules.decisions.roll.AreaSource;
import org.linli.rules.decisions.roll.PartKind;
import org.linli.rules.decisions.roll.PartState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register for rolls: whole for a day, or today's owners of a few homes. Acts for the law, not for a viewer. */
@Component
class RegisterParts {

    private static final RowScope ALL = RowScope.everything();

    private final RollSource source;
    private final OwnerPairs pairs;
    private final JdbcClient jdbc;

    RegisterParts(RollSource source, OwnerPairs pairs, JdbcClient jdbc) {
        this.source = source;
        this.pairs = pairs;
        this.jdbc = jdbc;
    }

    /** The register on a day, with today's knowledge of that day. */
    Register read(CommunityId community, LocalDate day) {
        Persons persons = new Persons(owners(community), pairs.rulings(community));
        List<RegisterPart> parts = new ArrayList<>();
        List<RollSource.Part> page = source.listParts(community, day, 0, RollSource.PAGE, ALL);
        while (!page.isEmpty()) {
            page.forEach(part -> parts.add(part(part, persons)));
            page = source.listParts(community, day, page.getLast().homeNo(), RollSource.PAGE, ALL);
        }
        return new Register(parts, persons);
    }

    private List<RollSource.Owner> owners(CommunityId community) {
        List<RollSource.Owner> owners = new ArrayList<>();
        List<RollSource.Owner> page = source.listOwners(community, 0, RollSource.PAGE, ALL);
        while (!page.isEmpty()) {
            owners.addAll(page);
            page = source.listOwners(community, page.getLast().ownerNo(), RollSource.PAGE, ALL);
        }
        return owners;
    }

    private static RegisterPart part(RollSource.Part part, Persons persons) {
        String areaSource = part.areaSource();
        return new RegisterPart(
                new SourcePart(
                        part.homeNo(),
                        part.buildingNo(),
                        part.use().equals("PARKING") ? PartKind.PARKING : PartKind.HOUSE,
                        PartState.valueOf(part.state()),
                        part.owners(),
                        part.owners().stream().map(persons::of).toList(),
                        part.areaDm2()),
                part.building(),
                part.unit(),
                part.room(),
                areaSource == null ? null : AreaSource.valueOf(areaSource));
    }

    /** A home on a day. @param owners numbers of its owners in the order of the certificate, empty while nobody is known */
    record HomeToday(boolean delivered, Set<Integer> owners) {
        HomeToday {
            owners = Collections.unmodifiableSet(new LinkedHashSet<>(owners));
        }
    }

    /** These homes on a day, by number. */
    Map<Integer, HomeToday> homes(CommunityId community, Collection<Integer> homes, LocalDate day) {
        Map<Integer, HomeToday> today = new HashMap<>();
        Integer[] keys = homes.toArray(Integer[]::new);
        jdbc.sql("""
                select h.home_no, h.state, o.owners
                from linli.home h
                left join linli.ownership o on o.community_id = h.community_id and o.home_no = h.home_no
                     and o.superseded_at is null and o.valid_from <= :day and (o.valid_to is null or o.valid_to > :day)
                where h.community_id = :community and %s and h.superseded_at is null
                  and h.valid_from <= :day and (h.valid_to is null or h.valid_to > :day)
                """.formatted(OneOrMany.sql("h.home_no", "homes", keys)))
                .param("community", community.value())
                .param("homes", OneOrMany.value(keys))
                .param("day", day)
                .query((row, n) -> today.put(
                        row.getInt("home_no"),
                        new HomeToday(
                                PartState.valueOf(row.getString("state")) == PartState.DELIVERED,
                                new LinkedHashSet<>(numbers(row.getArray("owners"))))))
                .list();
        return today;
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }
}
