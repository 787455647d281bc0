package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionId;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.matters.Matter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions that were counted, signed and published, as anybody may list them: public rows of public votes. */
@Repository
public class DecisionList {

    /** Public: every decision of a signed count; rehearsals are nobody's business. */
    private static final String LIST = """
            select t.community_id, t.vote_no, o.decision_no, c.name, c.division_code, v.title, v.notice_on, v.opens_on, v.last_day,
                   i.wording, o.matter, o.decision_class, o.kind, o.outcome, o.total_area_dm2, o.total_heads,
                   o.voted_area_dm2, o.voted_heads, o.agreed_area_dm2, o.agreed_heads,
                   (select s.state from linli.vote_state s where s.community_id = t.community_id and s.vote_no = t.vote_no
                     order by s.state_no desc limit 1) state,
                   exists (select 1 from linli.decision_void x where x.community_id = t.community_id
                              and x.vote_no = t.vote_no and x.decision_no = o.decision_no) void,
                   d.decided_on,
                   (select min(s.day) from linli.vote_state s where s.community_id = t.community_id and s.vote_no = t.vote_no
                       and s.state = 'FINAL') final_on
            from linli.vote t
            join linli.community_place c on c.community_id = t.community_id
            join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no
                 and v.version_no = (select max(l.version_no) from linli.vote_version l
                                      where l.community_id = t.community_id and l.vote_no = t.vote_no)
            join linli.vote_item i on i.community_id = t.community_id and i.vote_no = t.vote_no and i.version_no = v.version_no
            join (select s.community_id, s.vote_no, min(s.day) decided_on from linli.vote_state s
                   where s.state = 'PRELIMINARY' group by s.community_id, s.vote_no) d
                 on d.community_id = t.community_id and d.vote_no = t.vote_no
            join linli.decision_outcome o on o.community_id = t.community_id and o.vote_no = t.vote_no
                 and o.decision_no = i.decision_no
                 and o.count_no = (select max(g.count_no)
                                     from (select w.count_no from linli.count_witness w
                                            where w.community_id = t.community_id and w.vote_no = t.vote_no
                                            group by w.count_no
                                           having count(*) > 1 and count(*) filter (where w.capacity <> 'OWNER') > 0) g)
            where not t.rehearsal and d.decided_on <= :day and c.division_code like :prefix
              and (t.community_id, t.vote_no, o.decision_no) > (:afterCommunity, :afterVote, :afterDecision)
            order by t.community_id, t.vote_no, o.decision_no
            limit :limit
            """;

    private static final String HEAD = """
            select size, root from linli.ledger_head
            where community_id = :community and record_no = :vote
            order by size desc limit 1
            """;

    private final JdbcClient jdbc;

    DecisionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision in a list.
     *
     * @param tally of the option adopted, or of the leading one
     * @param state of its vote, INVALIDATED when this decision alone is void
     * @param finalOn null before
     */
    public record Line(
            DecisionId id,
            String communityName,
            String division,
            String voteTitle,
            LocalDate noticeOn,
            LocalDate opensOn,
            LocalDate lastDay,
            String wording,
            Matter matter,
            DecisionClass decisionClass,
            DecisionKind kind,
            Outcome outcome,
            Tally tally,
            VoteState state,
            LocalDate decidedOn,
            @Nullable LocalDate finalOn) {}

    /** The last signed head of a vote's record. @param root hexadecimal */
    public record Head(long size, String root) {}

    /**
     * Decisions decided until a day, by address.
     *
     * @param after continue after this decision, null from the beginning
     */
    public List<Line> list(DivisionCode division, LocalDate day, @Nullable DecisionId after, int limit) {
        return jdbc.sql(LIST)
                .param("day", day)
                .param("prefix", division.value() + "%")
                .param("afterCommunity", after == null ? 0L : after.community().value())
                .param("afterVote", after == null ? 0 : after.vote().number())
                .param("afterDecision", after == null ? 0 : after.number())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        VoteId vote = new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no"));
        return new Line(
                new DecisionId(vote, row.getInt("decision_no")),
                row.getString("name"),
                row.getString("division_code"),
                row.getString("title"),
                row.getObject("notice_on", LocalDate.class),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("wording"),
                Matter.valueOf(row.getString("matter")),
                DecisionClass.valueOf(row.getString("decision_class")),
                DecisionKind.valueOf(row.getString("kind")),
                Outcome.valueOf(row.getString("outcome")),
                new Tally(
                        new Weight(row.getLong("total_area_dm2"), row.getInt("total_heads")),
                        new Weight(row.getLong("voted_area_dm2"), row.getInt("voted_heads")),
                        new Weight(row.getLong("agreed_area_dm2"), row.getInt("agreed_heads"))),
                row.getBoolean("void") ? VoteState.INVALIDATED : VoteState.valueOf(row.getString("state")),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("final_on", LocalDate.class));
    }

    /** Empty for a vote without a record. */
    public Optional<Head> head(VoteId vote) {
        return jdbc.sql(HEAD)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query((row, n) -> new Head(row.getLong("size"), HexFormat.of().formatHex(row.getBytes("root"))))
                .optional();
    }
}
