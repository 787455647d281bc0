package org.linli.registry;

import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents behind engagements. They are only ever added to: a newer one stands on top, an older one stays. */
@Service
public class EngagementFiles {

    private static final RowMapper<EngagementFile> FILE = (row, n) -> new EngagementFile(
            row.getInt("engagement_no"),
            row.getInt("file_no"),
            row.getString("title"),
            DocumentType.valueOf(row.getString("type")),
            row.getString("file_hash"),
            row.getLong("bytes"),
            row.getTimestamp("added_at").toInstant(),
            row.getString("added_by"));

    private final JdbcClient jdbc;
    private final DocumentIntake intake;
    private final Engagements engagements;
    private final Reach reach;
    private final BusinessTime time;

    EngagementFiles(JdbcClient jdbc, DocumentIntake intake, Engagements engagements, Reach reach, BusinessTime time) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.engagements = engagements;
        this.reach = reach;
        this.time = time;
    }

    /** The documents of all engagements of a community, the newest of each first. */
    public List<EngagementFile> list(CommunityId id, RowScope scope) {
        if (!reach.covers(id, scope)) {
            return List.of();
        }
        return jdbc.sql("""
                select * from linli.engagement_file where community_id = :id order by engagement_no, file_no desc
                """).param("id", id.value()).query(FILE).list();
    }

    public Optional<EngagementFile> find(CommunityId id, int engagement, int number, RowScope scope) {
        return list(id, scope).stream()
                .filter(file -> file.engagement() == engagement && file.number() == number)
                .findFirst();
    }

    /**
     * Adds a document. The content is stored before the row, so that a row never lacks its file.
     *
     * @param content PDF, JPEG or PNG of at most 20 MB
     */
    @Transactional
    public Outcome add(CommunityId id, int engagement, String title, InputStream content, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())
                || engagements.find(id, engagement, clerk.scope()).isEmpty()) {
            return new Outcome.Unknown();
        }
        int next = next(id, engagement);
        if (next > DocumentIntake.FILES_AT_MOST) {
            return Outcome.Refused.of("file", "file-too-many", DocumentIntake.FILES_AT_MOST);
        }
        return intake.take(content, document -> {
            insert(
                    id,
                    new EngagementFile(
                            engagement,
                            next,
                            title,
                            document.type(),
                            document.keep(),
                            document.bytes(),
                            time.now(),
                            clerk.name()));
            return new Outcome.Stored(Integer.toString(next));
        });
    }

    private int next(CommunityId id, int engagement) {
        return jdbc.sql("""
                select coalesce(max(file_no), 0) + 1 from linli.engagement_file
                where community_id = :id and engagement_no = :engagement
                """)
                .param("id", id.value())
                .param("engagement", engagement)
                .query(Integer.class)
                .single();
    }

    private void insert(CommunityId id, EngagementFile file) {
        jdbc.sql("""
                insert into linli.engagement_file
                    (community_id, engagement_no, file_no, title, type, file_hash, bytes, added_at, added_by)
                values (:id, :engagement, :number, :title, :type, :hash, :bytes, :at, :by)
                """)
                .param("id", id.value())
                .param("engagement", file.engagement())
                .param("number", file.number())
                .param("title", file.title())
                .param("type", file.type().name())
                .param("hash", file.hash())
                .param("bytes", file.bytes())
                .param("at", file.addedAt().atOffset(ZoneOffset.UTC))
                .param("by", file.addedBy())
                .update();
    }
}
