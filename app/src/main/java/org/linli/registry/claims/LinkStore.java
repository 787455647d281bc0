package org.linli.registry.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.registry.claims.ClaimStore.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links and their acts: only ever added to. */
@Repository
class LinkStore {

    private static final String COLUMNS = """
            t.community_id, t.link_no, t.kind, t.home_no, t.account_id, t.owner_name, t.paper_type, t.paper_hash, t.opened_at,
            t.state, t.owner_no, t.valid_from, t.valid_to, t.due_on, t.by_account, t.by_name, t.reason, t.at
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    LinkStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** What is asked for. @param paper hash of the evidence, null for family */
    record Wish(
            CommunityId community,
            Link.Kind kind,
            int homeNo,
            long account,
            String ownerName,
            @Nullable DocumentType type,
            @Nullable String paper) {}

    /** A step of a link. */
    record Step(
            Link.State state,
            @Nullable Integer ownerNo,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate due,
            String reason) {}

    LinkId insert(Wish wish, Actor by) {
        return new LinkId(
                wish.community,
                jdbc.sql("""
                insert into linli.owner_link
                    (community_id, link_no, kind, home_no, account_id, owner_name, paper_type, paper_hash, opened_at)
                select :community, coalesce(max(link_no), 0) + 1, :kind, :home, :account, :name, cast(:type as text),
                       cast(:paper as text), :at
                from linli.owner_link where community_id = :community
                returning link_no
                """)
                        .param("community", wish.community.value())
                        .param("kind", wish.kind.name())
                        .param("home", wish.homeNo)
                        .param("account", wish.account)
                        .param("name", personal.encrypt(wish.ownerName))
                        .param("type", wish.type == null ? null : wish.type.name())
                        .param("paper", wish.paper)
                        .param("at", by.at().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single());
    }

    void act(LinkId id, Step step, Actor by) {
        jdbc.sql("""
                insert into linli.owner_link_act
                    (community_id, link_no, act_no, state, owner_no, valid_from, valid_to, due_on, by_account, by_name, reason, at)
                select :community, :link, coalesce(max(act_no), 0) + 1, :state, cast(:owner as int), cast(:from as date),
                       cast(:to as date), cast(:due as date), cast(:account as bigint), :name, :reason, :at
                from linli.owner_link_act where community_id = :community and link_no = :link
                """)
                .params(keys(id))
                .param("state", step.state.name())
                .param("owner", step.ownerNo)
                .param("from", step.from)
                .param("to", step.to)
                .param("due", step.due)
                .param("account", by.account())
                .param("name", by.name())
                .param("reason", personal.encrypt(step.reason))
                .param("at", by.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Link> find(LinkId id, RowScope scope) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.owner_link_now t where t.community_id = :community and t.link_no = :link and
                """ + ClaimStore.IN_SCOPE)
                .params(keys(id))
                .params(scope.parameters())
                .query(this::link)
                .optional();
    }

    List<Link> listOf(long account) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.owner_link_now t where t.account_id = :account
                order by t.opened_at desc, t.community_id, t.link_no desc
                """)
                .param("account", account)
                .query(this::link)
                .list();
    }

    /** What is in force for an owner, of any kind. */
    List<Link> listFor(CommunityId community, int ownerNo) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.owner_link_now t
                where t.community_id = :community and t.owner_no = :owner and t.state = 'ACCEPTED'
                order by t.link_no
                """)
                .param("community", community.value())
                .param("owner", ownerNo)
                .query(this::link)
                .list();
    }

    /** Guardians and representatives in a state, the most urgent first. */
    List<Link> list(Link.State state, int limit, RowScope scope) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.owner_link_now t
                where t.kind <> 'FAMILY_HELPER' and t.state = :state and %s
                order by t.due_on nulls last, t.community_id, t.link_no
                limit :limit
                """.formatted(ClaimStore.IN_SCOPE))
                .param("state", state.name())
                .param("limit", limit)
                .params(scope.parameters())
                .query(this::link)
                .list();
    }

    long countWaiting(RowScope scope) {
        return jdbc.sql(
                        "select count(*) from linli.owner_link_now t where t.kind <> 'FAMILY_HELPER' and t.state = 'SUBMITTED' and "
                                + ClaimStore.IN_SCOPE)
                .params(scope.parameters())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> keys(LinkId id) {
        return Map.of("community", id.community().value(), "link", id.number());
    }

    private Link link(ResultSet row, int n) throws SQLException {
        String type = row.getString("paper_type");
        return new Link(
                new LinkId(new CommunityId(row.getLong("community_id")), row.getInt("link_no")),
                Link.Kind.valueOf(row.getString("kind")),
                row.getInt("home_no"),
                row.getLong("account_id"),
                personal.decrypt(row.getBytes("owner_name")),
                type == null ? null : DocumentType.valueOf(type),
                row.getString("paper_hash"),
                ClaimStore.instant(row, "opened_at"),
                Link.State.valueOf(row.getString("state")),
                row.getObject("owner_no", Integer.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("by_account", Long.class),
                row.getString("by_name"),
                personal.decrypt(row.getBytes("reason")),
                ClaimStore.instant(row, "at"));
    }
}
