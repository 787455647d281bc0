package org.linli.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.registry.OwnerStore.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything ever recorded of an owner's own data, and the one way in which it is recorded anew. */
@Repository
class OwnerVersions {

    private final JdbcClient jdbc;
    private final PersonalData personal;

    OwnerVersions(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /**
     * One row of an owner.
     *
     * @param changedOn the day of a 变更; null for what was corrected or came with a file
     * @param evidence what shows it, may be empty
     */
    record Version(
            int number,
            Owner owner,
            Instant recordedAt,
            boolean current,
            String recordedBy,
            String act,
            String reason,
            String evidence,
            @Nullable LocalDate changedOn) {}

    /** All rows of some owners, by owner and version. */
    List<Version> all(CommunityId community, List<Integer> owners, RowScope scope) {
        return jdbc.sql("""
                select t.owner_no, t.version_no, t.kind, t.name, t.id_kind, t.id_number, t.phone, t.recorded_at, t.superseded_at,
                       t.recorded_by, t.act, t.reason, t.evidence, t.changed_on
                from linli.owner t
                where t.community_id = :community and t.owner_no = any(:owners) and %s
                order by t.owner_no, t.version_no
                """.formatted(DatedRows.IN_SCOPE))
                .param("community", community.value())
                .param("owners", owners.toArray(Integer[]::new))
                .params(scope.parameters())
                .query((row, n) -> version(row))
                .list();
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version_no"),
                new Owner(
                        row.getInt("owner_no"),
                        row.getString("kind"),
                        personal.decrypt(row.getBytes("name")),
                        row.getString("id_kind"),
                        plain(row.getBytes("id_number")),
                        plain(row.getBytes("phone"))),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("superseded_at") == null,
                row.getString("recorded_by"),
                row.getString("act"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getObject("changed_on", LocalDate.class));
    }

    private @Nullable String plain(byte @Nullable [] sealed) {
        return sealed == null ? null : personal.decrypt(sealed);
    }

    /** Other owners of the community that stand under the same number. */
    List<Integer> sameNumber(CommunityId community, Owner owner, RowScope scope) {
        String number = owner.idNumber();
        if (number == null) {
            return List.of();
        }
        return jdbc.sql("""
                select t.owner_no from linli.owner t
                where t.community_id = :community and t.id_hash = :hash and t.superseded_at is null and t.owner_no <> :self and %s
                order by t.owner_no
                """.formatted(DatedRows.IN_SCOPE))
                .param("community", community.value())
                .param("hash", personal.hash("owner-id", number))
                .param("self", owner.number())
                .params(scope.parameters())
                .query(Integer.class)
                .list();
    }

    /** The homes of an owner on a day. */
    List<Integer> homes(CommunityId community, int owner, LocalDate day, RowScope scope) {
        return jdbc.sql("""
                select t.home_no from linli.ownership t
                where t.community_id = :community and :owner = any(t.owners) and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day) and %s
                order by t.home_no
                """.formatted(DatedRows.IN_SCOPE))
                .param("community", community.value())
                .param("owner", owner)
                .param("day", day)
                .params(scope.parameters())
                .query(Integer.class)
                .list();
    }

    /** Records an owner anew; hold the community's lock. @param on the day of a change, null for a correction */
    void record(CommunityId community, Owner right, @Nullable LocalDate on, String evidence, Stamp stamp) {
        String id = right.idNumber();
        String phone = right.phone();
        int stored = jdbc.sql("""
                with before as (
                    update linli.owner set superseded_at = :at
                    where community_id = :community and owner_no = :number and superseded_at is null
                    returning version_no)
                insert into linli.owner
                    (community_id, owner_no, version_no, kind, name, id_kind, id_number, id_hash, phone, phone_last4,
                     recorded_at, recorded_by, act, reason, evidence, changed_on)
                select :community, :number, version_no + 1, :kind, :name, :idKind, :idNumber, :idHash, :phone, :last4, :at, :by,
                       :act, :reason, :evidence, :on
                from before
                """)
                .param("community", community.value())
                .param("number", right.number())
                .param("kind", right.kind())
                .param("name", personal.encrypt(right.name()))
                .param("idKind", right.idKind(), Types.VARCHAR)
                .param("idNumber", id == null ? null : personal.encrypt(id), Types.BINARY)
                .param("idHash", id == null ? null : personal.hash("owner-id", id), Types.BINARY)
                .param("phone", phone == null ? null : personal.encrypt(phone), Types.BINARY)
                .param("last4", phone == null ? null : phone.substring(phone.length() - 4), Types.VARCHAR)
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("by", stamp.by())
                .param("act", stamp.act().name())
                .param("reason", stamp.reason())
                .param("evidence", Objects.requireNonNullElse(evidence, ""))
                .param("on", on, Types.DATE)
                .update();
        if (stored != 1) {
            throw new IllegalStateException(
                    "owner " + right.number() + " of community " + community + " is not on the register");
        }
    }
}
