package org.linli.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.rules.codes.Masks;
import org.linli.rules.intake.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a voting roll is made of: every exclusive part of a community on a day, and the owners named on it.
 *
 * <p>Both lists are paged by number, so that a community of thousands of homes is never held whole unless the caller wants
 * it. No name, number or phone leaves this façade in plain text: people are told apart by keyed hashes.
 */
@Service
public class RollSource {

    /** The most rows of one page. */
    public static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    RollSource(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /**
     * An exclusive part 专有部分 on the day.
     *
     * @param building as painted on it
     * @param unit the stairwell
     * @param use {@code RESIDENCE}, {@code SHOP}, {@code PARKING} or {@code OTHER}
     * @param areaDm2 exclusive area in 0.01 m², null when unknown
     * @param areaSource {@code REGISTER}, {@code SURVEY} or {@code CONTRACT}; null with the area
     * @param state {@code UNSOLD}, {@code SOLD_UNDELIVERED} or {@code DELIVERED}
     * @param form {@code SOLE}, {@code JOINT} or {@code SHARES}; empty when nobody is on the register
     * @param owners numbers of the owners in the order of the certificate, empty when nobody is on the register
     * @param shares parts of the whole in the order of the owners; empty unless owned by shares
     */
    public record Part(
            int homeNo,
            int buildingNo,
            String building,
            String unit,
            String room,
            String use,
            @Nullable Long areaDm2,
            @Nullable String areaSource,
            String state,
            String form,
            List<Integer> owners,
            List<Integer> shares) {
        public Part {
            owners = List.copyOf(owners);
            shares = List.copyOf(shares);
        }
    }

    /**
     * An owner as known now.
     *
     * @param kind {@code PERSON}, {@code ORGANISATION} or {@code DEVELOPER}
     * @param idHash keyed hash of the document's number in hexadecimal; equal for the same person, null when the number is unknown
     * @param nameKey keyed hash of the name in its canonical form, in hexadecimal: equal names have equal keys
     * @param maskedName first character and stars for a person; an organisation's name whole
     * @param hasPhone whether {@link OwnerContacts} can reach this owner
     */
    public record Owner(
            int ownerNo, String kind, @Nullable String idHash, String nameKey, String maskedName, boolean hasPhone) {}

    /**
     * Parts on a day by number.
     *
     * @param after continue after this home; 0 from the beginning
     * @param limit at most so many, up to {@link #PAGE}
     */
    public List<Part> listParts(CommunityId id, LocalDate day, int after, int limit, RowScope scope) {
        return jdbc.sql("""
                select t.home_no, t.building_no, b.label, t.unit, t.room, t.use, t.area_dm2, t.area_source, t.state,
                       o.form, o.owners, o.shares
                from linli.home t
                left join linli.building b on b.community_id = t.community_id and b.building_no = t.building_no
                     and b.superseded_at is null and b.valid_from <= :day and (b.valid_to is null or b.valid_to > :day)
                left join linli.ownership o on o.community_id = t.community_id and o.home_no = t.home_no
                     and o.superseded_at is null and o.valid_from <= :day and (o.valid_to is null or o.valid_to > :day)
                where t.community_id = :id and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                  and t.home_no > :after and %s
                order by t.home_no
                limit :limit
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("day", day)
                .param("after", after)
                .param("limit", Math.min(limit, PAGE))
                .params(scope.parameters())
                .query(RollSource::part)
                .list();
    }

    /** Owners by number, also those who own nothing today. @param after and {@code limit}: as of the parts */
    public List<Owner> listOwners(CommunityId id, int after, int limit, RowScope scope) {
        return jdbc.sql("""
                select t.owner_no, t.kind, t.name, t.id_hash, t.phone is not null as has_phone
                from linli.owner t
                where t.community_id = :id and t.superseded_at is null and t.owner_no > :after and %s
                order by t.owner_no
                limit :limit
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("after", after)
                .param("limit", Math.min(limit, PAGE))
                .params(scope.parameters())
                .query(this::owner)
                .list();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getInt("home_no"),
                row.getInt("building_no"),
                Objects.requireNonNullElse(row.getString("label"), ""),
                row.getString("unit"),
                row.getString("room"),
                row.getString("use"),
                row.getObject("area_dm2", Long.class),
                row.getString("area_source"),
                row.getString("state"),
                Objects.requireNonNullElse(row.getString("form"), ""),
                numbers(row.getArray("owners")),
                numbers(row.getArray("shares")));
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }

    private Owner owner(ResultSet row, int number) throws SQLException {
        String name = personal.decrypt(row.getBytes("name"));
        byte @Nullable [] idHash = row.getBytes("id_hash");
        return new Owner(
                row.getInt("owner_no"),
                row.getString("kind"),
                idHash == null ? null : HexFormat.of().formatHex(idHash),
                HexFormat.of().formatHex(personal.hash("owner-name", canonical(name))),
                row.getString("kind").equals("PERSON") ? Masks.name(name) : name,
                row.getBoolean("has_phone"));
    }

    /** Names that differ in blanks, width or case only are the same name. */
    static String canonical(String name) {
        return Texts.normalise(name).replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
