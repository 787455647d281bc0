package org.linli.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.People;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leave and deputy on the desk: a colleague with the very same grant is shown the absent one's lines. It gives no right: the deputy acts
 * by the own grant and under the own name, as every act is recorded.
 */
@Service
public class StandIns {

    /** The longest leave that is stated at once: own default [D]. */
    public static final int MOST_DAYS = 92;

    private final JdbcClient jdbc;
    private final People people;
    private final AccessLog log;
    private final BusinessTime time;
    private final RealTime real;

    StandIns(JdbcClient jdbc, People people, AccessLog log, BusinessTime time, RealTime real) {
        this.jdbc = jdbc;
        this.people = people;
        this.log = log;
        this.time = time;
        this.real = real;
    }

    /**
     * A leave with its deputy.
     *
     * @param absent and {@code deputy}: names as shown on pages
     * @param from first and {@code to} last day
     */
    public record StandIn(
            long id,
            long absentId,
            String absent,
            long deputyId,
            String deputy,
            Role role,
            Scope scope,
            LocalDate from,
            LocalDate to) {

        boolean isOf(Viewer viewer) {
            return role == viewer.role() && scope.equals(viewer.scope());
        }
    }

    /** Somebody who may stand in. */
    public record Colleague(long id, String name) {}

    /** Why nothing was stored. */
    public enum Refusal {
        DAYS,
        TOO_LONG,
        NO_COLLEAGUE,
        TWICE
    }

    /** Others who hold the grant worn. */
    public List<Colleague> colleagues(Viewer viewer) {
        return people.listHolders(viewer.role(), viewer.scope()).stream()
                .filter(holder -> holder.value() != viewer.accountId())
                .flatMap(holder -> people.find(holder).stream())
                .map(account -> new Colleague(account.id().value(), account.name()))
                .toList();
    }

    /** The wearer of this hat is away from a day to a day. Empty when it was stored. */
    @Transactional
    public Optional<Refusal> state(Viewer viewer, long deputy, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || to.isBefore(time.today())) {
            return Optional.of(Refusal.DAYS);
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (colleagues(viewer).stream().noneMatch(colleague -> colleague.id == deputy)) {
            return Optional.of(Refusal.NO_COLLEAGUE);
        }
        NamedLock.hold(jdbc, "stand-ins of " + viewer.accountId());
        boolean overlaps = ofAbsent(viewer.accountId()).stream()
                .anyMatch(other -> other.isOf(viewer) && !other.to.isBefore(from) && !to.isBefore(other.from));
        if (overlaps) {
            return Optional.of(Refusal.TWICE);
        }
        jdbc.sql("""
                insert into platform.stand_in (absent, deputy, role, scope_key, valid_from, valid_to, stated_at)
                values (:absent, :deputy, :role, :scope, :from, :to, :at)
                """)
                .param("absent", viewer.accountId())
                .param("deputy", deputy)
                .param("role", viewer.role().name())
                .param("scope", viewer.scope().key())
                .param("from", from)
                .param("to", to)
                .param("at", real.now().atOffset(ZoneOffset.UTC))
                .update();
        log.record(viewer, "stand-in.state", "account", deputy, from + " " + to);
        return Optional.empty();
    }

    /** The absent one is back, or never went; false when this is no leave of the account. */
    @Transactional
    public boolean end(Viewer viewer, long id) {
        boolean ended = jdbc.sql("""
                update platform.stand_in set ended_at = :at where id = :id and absent = :absent and ended_at is null
                """)
                        .param("at", real.now().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("absent", viewer.accountId())
                        .update()
                == 1;
        if (ended) {
            log.record(viewer, "stand-in.end", "stand-in", id, "");
        }
        return ended;
    }

    /** An account's own leaves that are not over, the next first. */
    public List<StandIn> ofAbsent(long account) {
        return list("absent = :account and valid_to >= :today", account);
    }

    /** For whom an account stands in today. */
    public List<StandIn> ofDeputy(long account) {
        return list("deputy = :account and :today between valid_from and valid_to", account);
    }

    private record Row(long id, long absent, long deputy, Role role, Scope scope, LocalDate from, LocalDate to) {}

    private List<StandIn> list(String condition, long account) {
        return jdbc
                .sql("""
                select id, absent, deputy, role, scope_key, valid_from, valid_to from platform.stand_in
                where ended_at is null and %s order by valid_from, id
                """.formatted(condition))
                .param("account", account)
                .param("today", time.today())
                .query((row, n) -> {
                    Role role = Role.valueOf(row.getString("role"));
                    return new Row(
                            row.getLong("id"),
                            row.getLong("absent"),
                            row.getLong("deputy"),
                            role,
                            Scope.of(role, row.getString("scope_key")),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class));
                })
                .list()
                .stream()
                .map(row -> new StandIn(
                        row.id,
                        row.absent,
                        name(row.absent),
                        row.deputy,
                        name(row.deputy),
                        row.role,
                        row.scope,
                        row.from,
                        row.to))
                .toList();
    }

    private String name(long account) {
        return people.find(new AccountId(account)).map(Account::name).orElse("");
    }
}
