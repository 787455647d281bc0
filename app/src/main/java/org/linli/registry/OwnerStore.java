package org.linli.registry;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.OneOrMany;
import org.linli.platform.scope.RowScope;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owners of a community: encrypted, and found again by the keyed hash of their number. */
@Repository
class OwnerStore {

    private static final String COLUMNS = "t.owner_no, t.kind, t.name, t.id_kind, t.id_number, t.phone";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final RowMapper<Owner> owner;

    OwnerStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.owner = (row, n) -> new Owner(
                row.getInt("owner_no"),
                row.getString("kind"),
                personal.decrypt(row.getBytes("name")),
                row.getString("id_kind"),
                plain(row.getBytes("id_number")),
                plain(row.getBytes("phone")));
    }

    /** An owner in plain text; leaves the registry only masked, or through a logged disclosure. */
    record Owner(
            int number,
            String kind,
            String name,
            @Nullable String idKind,
            @Nullable String idNumber,
            @Nullable String phone) {}

    byte[] seal(String text) {
        return personal.encrypt(text);
    }

    private @Nullable String plain(byte @Nullable [] sealed) {
        return sealed == null ? null : personal.decrypt(sealed);
    }

    Map<Integer, Owner> find(CommunityId community, Collection<Integer> numbers, RowScope scope) {
        Integer[] keys = numbers.toArray(Integer[]::new);
        return jdbc
                .sql("""
                select %s from linli.owner t
                where t.community_id = :community and %s and t.superseded_at is null and %s
                """.formatted(COLUMNS, OneOrMany.sql("t.owner_no", "numbers", keys), DatedRows.IN_SCOPE))
                .param("community", community.value())
                .param("numbers", OneOrMany.value(keys))
                .params(scope.parameters())
                .query(owner)
                .list()
                .stream()
                .collect(Collectors.toMap(Owner::number, found -> found));
    }

    /** The owner known in this community by a number. */
    Optional<Owner> byIdentity(CommunityId community, String idNumber, RowScope scope) {
        return jdbc.sql("""
                select %s from linli.owner t
                where t.community_id = :community and t.id_hash = :hash and t.superseded_at is null and %s
                order by t.owner_no limit 1
                """.formatted(COLUMNS, DatedRows.IN_SCOPE))
                .param("community", community.value())
                .param("hash", personal.hash("owner-id", idNumber))
                .params(scope.parameters())
                .query(owner)
                .optional();
    }

    /** The known owner's number; a newer phone number becomes a new version of the owner. Hold the community's lock. */
    int reachable(CommunityId community, Owner known, @Nullable String phone, Stamp stamp) {
        if (phone == null || phone.equals(known.phone())) {
            return known.number();
        }
        jdbc.sql("""
                with before as (
                    update linli.owner set superseded_at = :at
                    where community_id = :community and owner_no = :number and superseded_at is null
                    returning *)
                insert into linli.owner
                    (community_id, owner_no, version_no, kind, name, id_kind, id_number, id_hash, phone, phone_last4,
                     recorded_at, recorded_by, act, reason)
                select community_id, owner_no, version_no + 1, kind, name, id_kind, id_number, id_hash, :phone, :last4, :at, :by,
                       :act, :reason
                from before
                """)
                .param("community", community.value())
                .param("number", known.number())
                .param("phone", personal.encrypt(phone))
                .param("last4", phone.substring(phone.length() - 4))
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("by", stamp.by())
                .param("act", stamp.act().name())
                .param("reason", stamp.reason())
                .update();
        return known.number();
    }

    /** Numbers that are known in the community under another name; whose, is not told. */
    List<FieldError> doubts(CommunityId community, OwnerChange change, RowScope scope) {
        List<FieldError> doubts = new ArrayList<>();
        for (int i = 0; i < change.owners().size(); i++) {
            OwnerChange.Person person = change.owners().get(i);
            String number = person.idNumber();
            if (number != null
                    && byIdentity(community, number, scope)
                            .filter(known -> !known.name().equals(person.name()))
                            .isPresent()) {
                doubts.add(FieldError.of("owner" + (i + 1) + ".id_number", "id-of-other-name"));
            }
        }
        return doubts;
    }

    /** The facts of an ownership, its people found or added; hold the community's lock. */
    Map<String, @Nullable Object> ownership(CommunityId community, OwnerChange change, Stamp stamp, RowScope scope) {
        List<Integer> numbers = change.owners().stream()
                .map(person -> Optional.ofNullable(person.idNumber())
                        .flatMap(number -> byIdentity(community, number, scope))
                        .map(known -> reachable(community, known, person.phone(), stamp))
                        .orElseGet(() -> add(community, person, stamp)))
                .toList();
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("form", change.form().name());
        facts.put("cause", change.cause().name());
        facts.put("evidence", change.evidence());
        facts.put("certificate", change.certificate() == null ? null : seal(change.certificate()));
        facts.put("owners", numbers.toArray(Integer[]::new));
        facts.put("shares", change.shares().isEmpty() ? null : change.shares().toArray(Integer[]::new));
        return facts;
    }

    /** Adds an owner and gives the number; hold the community's lock. */
    int add(CommunityId community, OwnerChange.Person person, Stamp stamp) {
        String id = person.idNumber();
        String phone = person.phone();
        return jdbc.sql("""
                insert into linli.owner
                    (community_id, owner_no, version_no, kind, name, id_kind, id_number, id_hash, phone, phone_last4,
                     recorded_at, recorded_by, act, reason)
                select :community, coalesce(max(owner_no), 0) + 1, 1, :kind, :name, :idKind, :idNumber, :idHash, :phone,
                       :last4, :at, :by, :act, :reason
                from linli.owner where community_id = :community
                returning owner_no
                """)
                .param("community", community.value())
                .param("kind", person.kind().name())
                .param("name", personal.encrypt(person.name()))
                .param(
                        "idKind",
                        person.idKind() == null ? null : person.idKind().name(),
                        java.sql.Types.VARCHAR)
                .param("idNumber", id == null ? null : personal.encrypt(id), java.sql.Types.BINARY)
                .param("idHash", id == null ? null : personal.hash("owner-id", id), java.sql.Types.BINARY)
                .param("phone", phone == null ? null : personal.encrypt(phone), java.sql.Types.BINARY)
                .param("last4", phone == null ? null : phone.substring(phone.length() - 4), java.sql.Types.VARCHAR)
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("by", stamp.by())
                .param("act", stamp.act().name())
                .param("reason", stamp.reason())
                .query(Integer.class)
                .single();
    }
}
