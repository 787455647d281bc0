package org.linli.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.together.AskedTogether;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantStore {

    private static final String LIVE = live(":today");

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final AskedTogether<Wearer, Row> worn = new AskedTogether<>(this::wornBy);

    GrantStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** That a grant holds on a day. @param day an SQL expression */
    private static String live(String day) {
        return "g.ended_at is null and g.valid_from <= %1$s and (g.valid_to is null or g.valid_to >= %1$s)"
                .formatted(day);
    }

    GrantId insert(
            AccountId account,
            Role role,
            Scope scope,
            DivisionCode division,
            LocalDate from,
            @Nullable LocalDate to,
            Instant now,
            @Nullable Long by) {
        return new GrantId(jdbc.sql("""
                insert into platform.account_grant
                    (account, role, scope_key, division_code, valid_from, valid_to, granted_at, granted_by)
                values (:account, :role, :scope, :division, :from, :to, :now, :by)
                returning id
                """)
                .param("account", account.value())
                .param("role", role.name())
                .param("scope", scope.key())
                .param("division", division.value())
                .param("from", from)
                .param("to", to)
                .param("now", Sql.utc(now))
                .param("by", by)
                .query(Long.class)
                .single());
    }

    boolean end(GrantId id, Instant now, @Nullable Long by) {
        return jdbc.sql("""
                update platform.account_grant set ended_at = :now, ended_by = :by where id = :id and ended_at is null
                """)
                        .param("now", Sql.utc(now))
                        .param("by", by)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Accounts that hold the role on exactly this scope today, by id. */
    List<AccountId> listHolders(Role role, Scope scope, LocalDate today) {
        return jdbc.sql("""
                select distinct g.account from platform.account_grant g
                where g.role = :role and g.scope_key = :scope and %s
                order by g.account
                """.formatted(LIVE))
                .param("role", role.name())
                .param("scope", scope.key())
                .param("today", today)
                .query((row, n) -> new AccountId(row.getLong("account")))
                .list();
    }

    /** Grants not ended, also those of days to come. */
    List<Grant> list(AccountId account) {
        return jdbc.sql("""
                select g.id, g.account, g.role, g.scope_key, g.valid_from, g.valid_to
                from platform.account_grant g
                where g.account = :account and g.ended_at is null
                order by g.id
                """)
                .param("account", account.value())
                .query(GrantStore::grant)
                .list();
    }

    /** Grants that may be worn today. */
    List<Grant> listLive(AccountId account, LocalDate today) {
        return jdbc.sql("""
                select g.id, g.account, g.role, g.scope_key, g.valid_from, g.valid_to
                from platform.account_grant g
                where g.account = :account and
                """ + LIVE + " order by g.id")
                .param("account", account.value())
                .param("today", today)
                .query(GrantStore::grant)
                .list();
    }

    boolean hasAny(AccountId account) {
        return jdbc.sql("select exists (select 1 from platform.account_grant where account = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** The account with the grant worn, or another live one in its place. Every request asks it, so it is asked for many at once. */
    Optional<Worn> worn(AccountId account, long grant, LocalDate today) {
        return worn.ask(new Wearer(account.value(), grant, today))
                .map(row -> new Worn(personal.decrypt(row.name), row.staff, row.grant, row.role, row.scope));
    }

    /** One after the other: a part of a query that limits its rows is not merged into the rest, and so begins with those who ask. */
    private Map<Wearer, Row> wornBy(Set<Wearer> wearers) {
        List<Wearer> asked = List.copyOf(wearers);
        Map<Wearer, Row> found = new HashMap<>();
        jdbc.sql("""
                select asked.n, a.display_name, a.username, g.id as grant_id, g.role, g.scope_key
                from unnest(cast(:accounts as bigint[]), cast(:grants as bigint[]), cast(:days as date[]))
                    with ordinality asked (account, worn, today, n)
                cross join lateral (
                    select a.id, a.display_name, a.username
                    from platform.account a where a.id = asked.account and a.closed_at is null limit 1
                ) a
                left join lateral (
                    select g.id, g.role, g.scope_key from platform.account_grant g
                    where g.account = a.id and
                """ + live("asked.today") + """
                     order by (g.id = asked.worn) desc, g.id limit 1
                ) g on true
                """)
                .param("accounts", asked.stream().map(Wearer::account).toArray(Long[]::new))
                .param("grants", asked.stream().map(Wearer::grant).toArray(Long[]::new))
                .param("days", asked.stream().map(one -> one.today.toString()).toArray(String[]::new))
                .query((RowCallbackHandler) row -> found.put(asked.get(row.getInt("n") - 1), row(row)));
        return found;
    }

    private static Row row(ResultSet found) throws SQLException {
        byte[] name = found.getBytes("display_name");
        boolean staff = found.getString("username") != null;
        String role = found.getString("role");
        if (role == null) {
            return new Row(name, staff, 0, null, null);
        }
        Role worn = Role.valueOf(role);
        return new Row(name, staff, found.getLong("grant_id"), worn, Scope.of(worn, found.getString("scope_key")));
    }

    /** Who asks, with which grant, on which day. */
    private record Wearer(long account, long grant, LocalDate today) {}

    /** What is stored of a wearer. @param name encrypted @param role null, as the scope, of somebody who holds nothing */
    private record Row(
            byte[] name,
            boolean staff,
            long grant,
            @Nullable Role role,
            @Nullable Scope scope) {}

    /**
     * Accounts with a live grant that the pattern, or one of the scopes, reaches; by id.
     *
     * @param roles only grants of these roles count
     * @param pattern a {@code like} pattern over the grant's division, empty for none
     * @param scopes keys of communities and companies seen beside the pattern
     */
    List<AccountLine> listAccounts(
            Collection<Role> roles, String pattern, String[] scopes, LocalDate today, long after, int limit) {
        return jdbc.sql("""
                select a.id, a.display_name, a.username, a.phone_last4, count(*) as grants
                from platform.account a join platform.account_grant g on g.account = a.id
                where a.id > :after and a.closed_at is null and g.role in (:roles)
                  and (g.division_code like :pattern or g.scope_key = any(:scopes)) and
                """ + LIVE + """
                 group by a.id order by a.id limit :limit
                """)
                .param("after", after)
                .param("roles", roles.stream().map(Role::name).toList())
                .param("pattern", pattern)
                .param("scopes", scopes)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> new AccountLine(
                        new AccountId(row.getLong("id")),
                        personal.decrypt(row.getBytes("display_name")),
                        row.getString("username"),
                        row.getString("phone_last4"),
                        row.getInt("grants")))
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        Role role = Role.valueOf(row.getString("role"));
        return new Grant(
                new GrantId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                role,
                Scope.of(role, row.getString("scope_key")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    /** The person and the hat; without a live grant there is no role. */
    record Worn(
            String name,
            boolean isStaff,
            long grant,
            @Nullable Role role,
            @Nullable Scope scope) {}
}
