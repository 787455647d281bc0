package org.linli.registry;

import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which communities a scope reaches, and the right to write one of them undisturbed. */
@Repository
class Reach {

    private static final String PLACE = "select c.community_id from linli.community_place c where " + RowScope.SQL;

    private final JdbcClient jdbc;

    Reach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean covers(CommunityId id, RowScope scope) {
        return jdbc.sql(PLACE + " and c.community_id = :id")
                .param("id", id.value())
                .params(scope.parameters())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Set<Long> communities(RowScope scope) {
        return jdbc.sql(PLACE).params(scope.parameters()).query(Long.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** Whether something in this division would lie within the scope. */
    boolean covers(DivisionCode division, RowScope scope) {
        return jdbc.sql(
                        "select true from (select cast(:division as text) division_code, cast(0 as bigint) community_id) c where "
                                + RowScope.SQL)
                .param("division", division.value())
                .params(scope.parameters())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Whether the community can be written; if so nobody else writes it until the transaction ends. */
    boolean lock(CommunityId id, RowScope scope) {
        lock("community " + id);
        return covers(id, scope);
    }

    /** Waits until nobody else holds the name, and holds it until the transaction ends. */
    void lock(String name) {
        NamedLock.hold(jdbc, name);
    }
}
