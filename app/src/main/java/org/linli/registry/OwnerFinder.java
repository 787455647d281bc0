package org.linli.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.codes.Phone;
import org.linli.rules.codes.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds owners by what is encrypted: by the keyed hash of a number, the last digits of a phone, or by opening the names of one community. */
@Repository
class OwnerFinder {

    private static final int SUFFIX = 4;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    OwnerFinder(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** @param sealed what was compared, or the name */
    record Person(long community, int owner, byte[] sealed) {}

    /** Owners today recorded with this name, number or phone. @param id null for everywhere */
    List<Person> find(@Nullable CommunityId id, HomeSearch.Key key, String typed, RowScope scope) {
        return switch (key) {
            case NAME -> {
                String wanted = RollSource.canonical(typed);
                yield wanted.isEmpty()
                        ? List.of()
                        : select(id, "t.name", "true", Map.of(), scope).stream()
                                .filter(person -> RollSource.canonical(personal.decrypt(person.sealed))
                                        .equals(wanted))
                                .toList();
            }
            case ID_NUMBER ->
                select(
                        id,
                        "t.name",
                        "t.id_hash in (:one, :other)",
                        Map.of(
                                "one", personal.hash("owner-id", ResidentId.normalise(typed)),
                                "other", personal.hash("owner-id", CreditCode.normalise(typed))),
                        scope);
            case PHONE ->
                Phone.e164(typed)
                        .map(phone -> select(
                                        id,
                                        "t.phone",
                                        "t.phone_last4 = :last4",
                                        Map.of("last4", phone.substring(phone.length() - SUFFIX)),
                                        scope)
                                .stream()
                                .filter(person ->
                                        personal.decrypt(person.sealed).equals(phone))
                                .toList())
                        .orElse(List.of());
            case CERTIFICATE -> throw new IllegalArgumentException("a title names no owner");
        };
    }

    private List<Person> select(
            @Nullable CommunityId id, String sealed, String condition, Map<String, ?> parameters, RowScope scope) {
        return jdbc.sql("""
                select t.community_id, t.owner_no, %s sealed from linli.owner t
                where (cast(:id as bigint) is null or t.community_id = :id) and t.superseded_at is null and %s and %s
                order by t.community_id, t.owner_no
                """.formatted(sealed, condition, DatedRows.IN_SCOPE))
                .param("id", id == null ? null : id.value())
                .params(parameters)
                .params(scope.parameters())
                .query(OwnerFinder::person)
                .list();
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        return new Person(row.getLong("community_id"), row.getInt("owner_no"), row.getBytes("sealed"));
    }
}
