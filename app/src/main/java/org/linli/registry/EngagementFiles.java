package org.linli.registry;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The documents behind engagements. They are only ever added to: a newer one stands on top, an older one stays.
 *
 * <p>A contract is signed, renewed or ended only together with its document, and a service begins only once its contract
 * is on file. What came with an import says what its sheet says: the sheet, kept as it came, is its evidence.
 *
 * <p>Source: Civil Code art. 938 ¶3 (the contract is in writing) [V]; 台州市物业管理条例 art. 40 and 41 (exit and hand-over)
 * [V].
 */
@Service
public class EngagementFiles {

    private static final RowMapper<EngagementFile> FILE = (row, n) -> new EngagementFile(
            row.getInt("engagement_no"),
            row.getInt("file_no"),
            EngagementFile.Kind.valueOf(row.getString("kind")),
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
        return intake.take(
                content, document -> keep(id, engagement, EngagementFile.Kind.CONTRACT, title, document, clerk));
    }

    /** A new contract and its signed document, as one act. It counts as served only once the start is confirmed. */
    @Transactional
    public Outcome sign(CommunityId id, EngagementTerms terms, String reason, InputStream content, Clerk clerk) {
        return together(
                id,
                EngagementFile.Kind.CONTRACT,
                reason,
                content,
                clerk,
                () -> engagements.sign(id, terms, reason, clerk));
    }

    /** The contract that follows with the same company and its signed document, as one act. */
    @Transactional
    public Outcome renew(
            CommunityId id,
            int engagement,
            int version,
            EngagementTerms terms,
            String reason,
            InputStream content,
            Clerk clerk) {
        return together(
                id,
                EngagementFile.Kind.CONTRACT,
                reason,
                content,
                clerk,
                () -> engagements.renew(id, engagement, version, terms, reason, clerk));
    }

    /** The end of the service and the record of the exit, as one act. */
    @Transactional
    public Outcome end(
            CommunityId id,
            int engagement,
            int version,
            LocalDate lastDay,
            String reason,
            InputStream content,
            Clerk clerk) {
        return together(
                id,
                EngagementFile.Kind.EXIT,
                reason,
                content,
                clerk,
                () -> engagements.end(id, engagement, version, lastDay, reason, clerk));
    }

    /** The street confirms that the service has begun; refused while nobody has put the contract on file. */
    @Transactional
    public Outcome confirmStart(
            CommunityId id, int engagement, int version, LocalDate startOn, String evidence, Clerk clerk) {
        if (engagements.find(id, engagement, clerk.scope()).isEmpty()) {
            return new Outcome.Unknown();
        }
        return isEvidenced(id, engagement)
                ? engagements.confirmStart(id, engagement, version, startOn, evidence, clerk)
                : Outcome.Refused.of("start_on", "no-contract-file");
    }

    private boolean isEvidenced(CommunityId id, int engagement) {
        return jdbc.sql("""
                select exists (select from linli.engagement_file
                               where community_id = :id and engagement_no = :engagement and kind = 'CONTRACT')
                    or exists (select from linli.engagement_version
                               where community_id = :id and engagement_no = :engagement and act = 'IMPORT')
                """)
                .param("id", id.value())
                .param("engagement", engagement)
                .query(Boolean.class)
                .single();
    }

    /** Both are stored, or neither. @param act answers with the engagement's number */
    private Outcome together(
            CommunityId id,
            EngagementFile.Kind kind,
            String title,
            InputStream content,
            Clerk clerk,
            Supplier<Outcome> act) {
        Outcome outcome = intake.take(content, document -> {
            Outcome acted = act.get();
            if (!(acted instanceof Outcome.Stored(String number))) {
                return acted;
            }
            Outcome kept = keep(id, Integer.parseInt(number), kind, title, document, clerk);
            return kept instanceof Outcome.Stored ? acted : kept;
        });
        if (!(outcome instanceof Outcome.Stored)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome keep(
            CommunityId id,
            int engagement,
            EngagementFile.Kind kind,
            String title,
            DocumentIntake.Document document,
            Clerk clerk) {
        int next = next(id, engagement);
        if (next > DocumentIntake.FILES_AT_MOST) {
            return Outcome.Refused.of("file", "file-too-many", DocumentIntake.FILES_AT_MOST);
        }
        insert(
                id,
                new EngagementFile(
                        engagement,
                        next,
                        kind,
                        title,
                        document.type(),
                        document.keep(),
                        document.bytes(),
                        time.now(),
                        clerk.name()));
        return new Outcome.Stored(Integer.toString(next));
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
                    (community_id, engagement_no, file_no, kind, title, type, file_hash, bytes, added_at, added_by)
                values (:id, :engagement, :number, :kind, :title, :type, :hash, :bytes, :at, :by)
                """)
                .param("id", id.value())
                .param("engagement", file.engagement())
                .param("number", file.number())
                .param("kind", file.kind().name())
                .param("title", file.title())
                .param("type", file.type().name())
                .param("hash", file.hash())
                .param("bytes", file.bytes())
                .param("at", file.addedAt().atOffset(ZoneOffset.UTC))
                .param("by", file.addedBy())
                .update();
    }
}
