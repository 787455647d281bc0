package org.linli.decisions.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Votes as rows with their legal days: a read model over all communities of a scope. */
@Repository
class VoteList {

    private static final String FILED = Arrays.stream(Matter.values())
            .filter(Matter::isFiled)
            .map(matter -> "'" + matter.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String ROWS = """
            select t.community_id, t.vote_no, c.name, c.division_code, t.rule_pack, t.rehearsal, t.batch_no,
                   v.title, v.notice_on, v.opens_on, v.last_day, s.state, s.day since,
                   (select count(*) from linli.vote_item i
                     where i.community_id = v.community_id and i.vote_no = v.vote_no and i.version_no = v.version_no) items,
                   exists (select 1 from linli.vote_item i
                            where i.community_id = v.community_id and i.vote_no = v.vote_no and i.version_no = v.version_no
                              and i.matter in (%s)) filed,
                   exists (select 1 from linli.vote_review r
                            where r.community_id = v.community_id and r.vote_no = v.vote_no and r.version_no = v.version_no
                              and r.accepted) accepted,
                   (select max(d.day) from linli.vote_state d
                     where d.community_id = t.community_id and d.vote_no = t.vote_no and d.state = 'PRELIMINARY') decided
            from linli.vote t
            join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no
                 and v.version_no = (select max(l.version_no) from linli.vote_version l
                                      where l.community_id = t.community_id and l.vote_no = t.vote_no)
            join linli.vote_state s on s.community_id = t.community_id and s.vote_no = t.vote_no
                 and s.state_no = (select max(l.state_no) from linli.vote_state l
                                    where l.community_id = t.community_id and l.vote_no = t.vote_no)
            join linli.community_place c on c.community_id = t.community_id
            where %s
            """.formatted(FILED, RowScope.SQL);

    private static final String FILTER = """
              and c.division_code like :division
              and (:text = '' or position(:text in v.title) > 0 or position(:text in c.name) > 0)
              and (cardinality(:states::text[]) = 0 or s.state = any(:states::text[]))
              and (:batch::bigint is null or t.batch_no = :batch)
              and (not :published or (not t.rehearsal and exists (
                     select 1 from linli.vote_state n
                     where n.community_id = t.community_id and n.vote_no = t.vote_no and n.state = 'NOTICED')))
            """;

    private static final String PAGE = """
              and (:afterDay::date is null or (v.notice_on, t.community_id, t.vote_no) < (:afterDay, :afterCommunity, :afterVote))
            order by v.notice_on desc, t.community_id desc, t.vote_no desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    VoteList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of votes, the latest notice first. */
    List<VoteLine> list(VoteFilter filter, RowScope scope) {
        String[] behind = filter.behind().orElse(new String[0]);
        return filtered(ROWS + FILTER + PAGE, filter, scope)
                .param("afterDay", behind.length == 0 ? null : LocalDate.parse(behind[0]), Types.DATE)
                .param("afterCommunity", behind.length == 0 ? 0 : Long.parseLong(behind[1]))
                .param("afterVote", behind.length == 0 ? 0 : Integer.parseInt(behind[2]))
                .param("limit", filter.limit())
                .query(VoteList::line)
                .list();
    }

    long count(VoteFilter filter, RowScope scope) {
        return filtered("select count(*) from (" + ROWS + FILTER + ") found", filter, scope)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, VoteFilter filter, RowScope scope) {
        return jdbc.sql(sql)
                .params(scope.parameters())
                .param("division", filter.division() + "%")
                .param("text", filter.text())
                .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .param("batch", filter.batch(), Types.BIGINT)
                .param("published", filter.published());
    }

    /** The public votes of a community that are under way, or whose result is at most a year old. */
    List<VoteLine> ofCommunity(CommunityId community, LocalDate since, int limit) {
        return jdbc.sql(ROWS + """
                  and t.community_id = :community and not t.rehearsal and s.day >= :since
                  and exists (select 1 from linli.vote_state n
                               where n.community_id = t.community_id and n.vote_no = t.vote_no and n.state = 'NOTICED')
                order by v.notice_on desc, t.vote_no desc
                limit :limit
                """)
                .params(RowScope.everything().parameters())
                .param("community", community.value())
                .param("since", since)
                .param("limit", limit)
                .query(VoteList::line)
                .list();
    }

    /** All votes of a community that the scope covers, the latest notice first. */
    List<VoteLine> inFile(CommunityId community, RowScope scope, int limit) {
        return jdbc.sql(ROWS + """
                  and t.community_id = :community
                order by v.notice_on desc, t.vote_no desc
                limit :limit
                """)
                .params(scope.parameters())
                .param("community", community.value())
                .param("limit", limit)
                .query(VoteList::line)
                .list();
    }

    /** Accepted votes whose notice is due on a day; for the clock, which has no scope. */
    List<VoteId> accepted(LocalDate day) {
        return jdbc.sql("select found.community_id, found.vote_no from (" + ROWS + """
                  and s.state = 'REVIEW' and v.notice_on = :day) found
                where found.accepted
                order by found.community_id, found.vote_no
                """)
                .params(RowScope.everything().parameters())
                .param("day", day)
                .query((row, n) -> new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no")))
                .list();
    }

    private static VoteLine line(ResultSet row, int n) throws SQLException {
        String pack = row.getString("rule_pack");
        return new VoteLine(
                new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no")),
                row.getString("name"),
                row.getString("division_code"),
                row.getString("title"),
                row.getInt("items"),
                row.getBoolean("rehearsal"),
                row.getObject("batch_no", Long.class),
                new VoteDays(
                        VoteState.valueOf(row.getString("state")),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("accepted"),
                        row.getObject("notice_on", LocalDate.class),
                        new VotingWindow(
                                row.getObject("opens_on", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                        row.getObject("decided", LocalDate.class),
                        row.getBoolean("filed"),
                        RulePacks.find(pack).orElseThrow(() -> new IllegalStateException("no rule pack " + pack))));
    }
}
