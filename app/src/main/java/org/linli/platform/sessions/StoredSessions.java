package org.linli.platform.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.platform.together.AskedTogether;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.MapSession;

/** Sessions as Spring Session stores them, to be read: those of many requests with one query. */
final class StoredSessions {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final DeserializingConverter VALUES =
            new DeserializingConverter(StoredSessions.class.getClassLoader());

    private final JdbcClient jdbc;
    private final AskedTogether<String, Row> rows = new AskedTogether<>(this::rows);

    StoredSessions(DataSource sessions) {
        this.jdbc = JdbcClient.create(sessions);
    }

    /**
     * A copy for one request, its attributes {@link Unread}; empty if there is none or it has expired. What is no id of ours is not asked
     * for: a forged cookie that PostgreSQL refuses would make the query of many fail.
     */
    Optional<MapSession> find(String id) {
        return ID.matcher(id).matches()
                ? rows.ask(id).map(Row::session).filter(session -> !session.isExpired())
                : Optional.empty();
    }

    /** Each by its key: a part of a query that limits its rows is not merged into the rest, and so begins with the ids. */
    private Map<String, Row> rows(Set<String> ids) {
        return jdbc.sql("""
                select s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                       a.attribute_name, a.attribute_bytes
                from unnest(cast(:ids as char(36)[])) asked (id)
                cross join lateral (
                    select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval
                    from platform.spring_session s where s.session_id = asked.id limit 1
                ) s
                left join lateral (
                    select a.attribute_name, a.attribute_bytes
                    from platform.spring_session_attributes a where a.session_primary_id = s.primary_id offset 0
                ) a on true
                """).param("ids", ids.toArray(String[]::new)).query(StoredSessions::gather);
    }

    private static Map<String, Row> gather(ResultSet found) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        while (found.next()) {
            String id = found.getString(1);
            @Nullable Row row = rows.get(id);
            if (row == null) {
                row = new Row(id, found.getLong(2), found.getLong(3), found.getInt(4), new HashMap<>());
                rows.put(id, row);
            }
            @Nullable String name = found.getString(5);
            if (name != null) {
                row.attributes.put(name, found.getBytes(6));
            }
        }
        return rows;
    }

    /** @param created and @param accessed in milliseconds since 1970 @param life in seconds @param attributes serialized */
    private record Row(String id, long created, long accessed, int life, Map<String, byte[]> attributes) {

        MapSession session() {
            MapSession session = new MapSession(id);
            session.setCreationTime(Instant.ofEpochMilli(created));
            session.setLastAccessedTime(Instant.ofEpochMilli(accessed));
            session.setMaxInactiveInterval(Duration.ofSeconds(life));
            attributes.forEach((name, bytes) -> session.setAttribute(name, new Unread(bytes)));
            return session;
        }
    }

    /** A value that is made of its bytes when somebody asks for it: most requests ask for half of them. */
    static final class Unread {

        private final byte[] bytes;
        private @Nullable Object value;

        private Unread(byte[] bytes) {
            this.bytes = bytes;
        }

        Object value() {
            if (value == null) {
                value = VALUES.convert(bytes);
            }
            return value;
        }
    }
}
