package org.linli.decisions.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Minutes as rows: inserted and read, never changed. */
@Repository
class MeetingStore {

    private static final String MEETINGS = """
            select m.meeting_no, m.committee_no, m.agreed_size, m.posted_on, m.met_on, cardinality(m.present) present, v.reason,
                   exists (select 1 from linli.notice n
                            where n.community_id = m.community_id
                              and n.origin = 'meeting/' || m.community_id || '-' || m.meeting_no || '/') hanging
            from linli.committee_meeting m
            join linli.community_place c on c.community_id = m.community_id
            left join linli.committee_meeting_void v on v.community_id = m.community_id and v.meeting_no = m.meeting_no
            where m.community_id = :community and %s
            order by m.met_on desc, m.meeting_no desc
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One writer of a community's minutes at a time. */
    void lock(CommunityId community) {
        NamedLock.hold(jdbc, "meetings of " + community);
    }

    /** Newest first. */
    List<Meeting> list(CommunityId community, RowScope scope) {
        Map<Integer, List<Meeting.Topic>> topics = topics(community);
        return jdbc.sql(MEETINGS)
                .param("community", community.value())
                .params(scope.parameters())
                .query((row, n) -> meeting(community, row, topics))
                .list();
    }

    private static Meeting meeting(CommunityId community, ResultSet row, Map<Integer, List<Meeting.Topic>> topics)
            throws SQLException {
        int number = row.getInt("meeting_no");
        return new Meeting(
                community,
                number,
                row.getInt("committee_no"),
                row.getInt("agreed_size"),
                row.getObject("posted_on", LocalDate.class),
                row.getObject("met_on", LocalDate.class),
                row.getInt("present"),
                topics.getOrDefault(number, List.of()),
                row.getBoolean("hanging"),
                row.getString("reason"));
    }

    private record Found(int meeting, Meeting.Topic topic) {}

    private Map<Integer, List<Meeting.Topic>> topics(CommunityId community) {
        return jdbc
                .sql("""
                        select meeting_no, topic_no, topic, agreed, opposed, abstained, adopted from linli.committee_topic
                        where community_id = :community
                        order by meeting_no, topic_no
                        """)
                .param("community", community.value())
                .query((row, n) -> new Found(
                        row.getInt("meeting_no"),
                        new Meeting.Topic(
                                row.getInt("topic_no"),
                                row.getString("topic"),
                                row.getInt("agreed"),
                                row.getInt("opposed"),
                                row.getInt("abstained"),
                                row.getBoolean("adopted"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::meeting, TreeMap::new, Collectors.mapping(Found::topic, Collectors.toList())));
    }

    int insert(CommunityId community, int committee, int agreedSize, Minutes minutes, Instant at, Viewer by) {
        Set<Integer> present = new TreeSet<>(minutes.present());
        return jdbc.sql("""
                insert into linli.committee_meeting
                    (community_id, meeting_no, committee_no, agreed_size, posted_on, met_on, present, at, by_name, by_account)
                select :community, coalesce(max(meeting_no), 0) + 1, :committee, :size, :posted, :met, :present, :at, :by, :account
                from linli.committee_meeting where community_id = :community
                returning meeting_no
                """)
                .param("community", community.value())
                .param("committee", committee)
                .param("size", agreedSize)
                .param("posted", minutes.postedOn())
                .param("met", minutes.metOn())
                .param("present", present.toArray(Integer[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.accountId())
                .query(Integer.class)
                .single();
    }

    void insertTopic(CommunityId community, int meeting, Meeting.Topic topic) {
        jdbc.sql("""
                insert into linli.committee_topic
                    (community_id, meeting_no, topic_no, topic, agreed, opposed, abstained, adopted)
                values (:community, :meeting, :number, :text, :agreed, :opposed, :abstained, :adopted)
                """)
                .param("community", community.value())
                .param("meeting", meeting)
                .param("number", topic.number())
                .param("text", topic.text())
                .param("agreed", topic.agreed())
                .param("opposed", topic.opposed())
                .param("abstained", topic.abstained())
                .param("adopted", topic.adopted())
                .update();
    }

    /** @return whether nobody had voided it before */
    boolean voidMinutes(Meeting meeting, String reason, Instant at, Viewer by) {
        return jdbc.sql("""
                insert into linli.committee_meeting_void (community_id, meeting_no, reason, at, by_name, by_account)
                values (:community, :meeting, :reason, :at, :by, :account)
                on conflict do nothing
                """)
                        .param("community", meeting.community().value())
                        .param("meeting", meeting.number())
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("account", by.accountId())
                        .update()
                == 1;
    }
}
