package org.linli.platform.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * Sessions that ask little of the database, of which every request needs one.
 *
 * <p>They are read together with those of other requests ({@link StoredSessions}), and fetched as the store has them only to be changed.
 * And they remember their last access to the minute: Spring Session writes a row for every request only to note its time; at the
 * close of a vote that is a write beside each ballot, for nothing: sessions end after a quarter of an hour, not to the second.
 *
 * @param <S> the stored session
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSessions.Sparing<S>> {

    /** No session is written again within it unless something else in it changed. */
    static final Duration GRAIN = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> store;
    private final StoredSessions reads;

    SparingSessions(FindByIndexNameSessionRepository<S> store, StoredSessions reads) {
        this.store = store;
        this.reads = reads;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(store, store.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        session.save();
    }

    @Override
    public @Nullable Sparing<S> findById(String id) {
        return reads.find(id).map(session -> new Sparing<>(store, session)).orElse(null);
    }

    @Override
    public void deleteById(String id) {
        store.deleteById(id);
    }

    @Override
    public Map<String, Sparing<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        Map<String, Sparing<S>> found = new HashMap<>();
        store.findByIndexNameAndIndexValue(indexName, indexValue)
                .forEach((id, session) -> found.put(id, new Sparing<>(store, session)));
        return found;
    }

    /**
     * One session: as it was read, and from its first change on as the store has it.
     *
     * @param <S> the stored session
     */
    static final class Sparing<S extends Session> implements Session {

        private final FindByIndexNameSessionRepository<S> store;
        private Session session;
        private @Nullable S stored;

        private Sparing(FindByIndexNameSessionRepository<S> store, MapSession read) {
            this.store = store;
            this.session = read;
        }

        private Sparing(FindByIndexNameSessionRepository<S> store, S stored) {
            this.store = store;
            this.session = stored;
            this.stored = stored;
        }

        private void save() {
            if (stored != null) {
                store.save(stored);
            }
        }

        /** As the store has it now. Who was signed out meanwhile changes a copy that nobody will see again. */
        private Session toChange() {
            if (stored == null) {
                stored = store.findById(session.getId());
                session = stored == null ? session : stored;
            }
            return session;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (!time.isBefore(session.getLastAccessedTime().plus(GRAIN))) {
                toChange().setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return toChange().changeSessionId();
        }

        @Override
        @SuppressWarnings("unchecked") // as the interface has it: the caller says what it put there
        public <T> @Nullable T getAttribute(String name) {
            @Nullable Object value = session.getAttribute(name);
            return (T) (value instanceof StoredSessions.Unread unread ? unread.value() : value);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            toChange().setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            toChange().removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            toChange().setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
