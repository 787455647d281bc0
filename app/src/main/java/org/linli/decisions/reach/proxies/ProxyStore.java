package org.linli.decisions.reach.proxies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.reach.Actor;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProxyStore {

    private static final String PROXIES = """
            select g.community_id, g.vote_no, g.grant_no, encode(g.entry_id, 'hex') entry, g.owner_no, g.home_no, g.form,
                   g.proxy_account, g.file_hash, g.file_type, g.granted_at, g.by_name, g.by_account, a.accepted,
                   w.at withdrawn_at
            from linli.proxy_grant g
            left join linli.proxy_answer a
                 on a.community_id = g.community_id and a.vote_no = g.vote_no and a.grant_no = g.grant_no
            left join linli.proxy_withdrawal w
                 on w.community_id = g.community_id and w.vote_no = g.vote_no and w.grant_no = g.grant_no
            """;

    private final JdbcClient jdbc;

    ProxyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Proxy> list(VoteId vote) {
        return statement(PROXIES + " where g.community_id = :community and g.vote_no = :vote order by g.grant_no", vote)
                .query(ProxyStore::proxy)
                .list();
    }

    Optional<Proxy> find(VoteId vote, int number) {
        return list(vote).stream().filter(proxy -> proxy.number() == number).findFirst();
    }

    /** A read over all communities: somebody may stand for owners in several. */
    List<Proxy> ofAccount(long account) {
        return jdbc.sql(PROXIES + " where g.proxy_account = :account order by g.granted_at desc limit 50")
                .param("account", account)
                .query(ProxyStore::proxy)
                .list();
    }

    byte[] sealed(VoteId vote, int number) {
        return statement("""
                select sealed from linli.proxy_grant
                where community_id = :community and vote_no = :vote and grant_no = :number
                """, vote)
                .param("number", number)
                .query((row, n) -> row.getBytes("sealed"))
                .single();
    }

    void insert(Proxy proxy, byte[] sealed) {
        DocumentType type = proxy.fileType();
        statement("""
                insert into linli.proxy_grant (community_id, vote_no, grant_no, entry_id, owner_no, home_no, form, proxy_account,
                                               sealed, file_hash, file_type, granted_at, by_name, by_account)
                values (:community, :vote, :number, decode(:entry, 'hex'), :owner, :home, :form, :proxy, :sealed, :hash, :type, :at,
                        :by, :account)
                """, proxy.vote())
                .param("number", proxy.number())
                .param("entry", proxy.entry())
                .param("owner", proxy.ownerNo())
                .param("home", proxy.homeNo())
                .param("form", proxy.form().name())
                .param("proxy", proxy.account())
                .param("sealed", sealed)
                .param("hash", proxy.fileHash())
                .param("type", type == null ? null : type.name())
                .param("at", proxy.grantedAt().atOffset(ZoneOffset.UTC))
                .param("by", proxy.by())
                .param("account", proxy.byAccount())
                .update();
    }

    /** @return whether nobody answered before */
    boolean insertAnswer(VoteId vote, int number, boolean accepted, Instant at, long account) {
        return statement("""
                insert into linli.proxy_answer (community_id, vote_no, grant_no, accepted, at, by_account)
                values (:community, :vote, :number, :accepted, :at, :account)
                on conflict do nothing
                """, vote)
                        .param("number", number)
                        .param("accepted", accepted)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update()
                == 1;
    }

    boolean insertWithdrawal(VoteId vote, int number, Instant at, Actor by) {
        return statement("""
                insert into linli.proxy_withdrawal (community_id, vote_no, grant_no, at, by_name, by_account)
                values (:community, :vote, :number, :at, :by, :account)
                on conflict do nothing
                """, vote)
                        .param("number", number)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("account", by.account())
                        .update()
                == 1;
    }

    private static Proxy proxy(ResultSet row, int n) throws SQLException {
        String type = row.getString("file_type");
        @Nullable OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Proxy(
                new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no")),
                row.getInt("grant_no"),
                row.getString("entry"),
                row.getInt("owner_no"),
                row.getInt("home_no"),
                Proxy.Form.valueOf(row.getString("form")),
                row.getLong("proxy_account"),
                row.getString("file_hash"),
                type == null ? null : DocumentType.valueOf(type),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getLong("by_account"),
                row.getObject("accepted", Boolean.class),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}
