package org.linli.registry;

import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The documents that show a change of owners. They are only ever added to, and each look at one is logged with its reason.
 *
 * <p>Source: Civil Code art. 209 and 229 to 232 (what a change of ownership rests on); Personal Information Protection Law
 * art. 6 (least use) [V].
 */
@Service
public class HomeFiles {

    private static final RowMapper<HomeFile> FILE = (row, n) -> new HomeFile(
            row.getInt("file_no"),
            row.getString("title"),
            DocumentType.valueOf(row.getString("type")),
            row.getString("file_hash"),
            row.getLong("bytes"),
            row.getTimestamp("added_at").toInstant(),
            row.getString("added_by"));

    private final JdbcClient jdbc;
    private final DocumentIntake intake;
    private final Homes homes;
    private final Reach reach;
    private final BusinessTime time;
    private final RealTime realTime;

    HomeFiles(JdbcClient jdbc, DocumentIntake intake, Homes homes, Reach reach, BusinessTime time, RealTime realTime) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.homes = homes;
        this.reach = reach;
        this.time = time;
        this.realTime = realTime;
    }

    /** The documents of a home, the newest first. */
    public List<HomeFile> list(CommunityId id, int homeNo, RowScope scope) {
        if (!reach.covers(id, scope)) {
            return List.of();
        }
        return jdbc.sql("""
                select file_no, title, type, file_hash, bytes, added_at, added_by from linli.home_file
                where community_id = :id and home_no = :home order by file_no desc
                """)
                .param("id", id.value())
                .param("home", homeNo)
                .query(FILE)
                .list();
    }

    /** Adds a document to a home, such as a certificate that was issued after the act. */
    @Transactional
    public Outcome add(CommunityId id, int homeNo, String title, InputStream content, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())
                || homes.find(id, homeNo, time.today(), clerk.scope()).isEmpty()) {
            return new Outcome.Unknown();
        }
        return intake.take(content, document -> keep(id, homeNo, title, document, clerk));
    }

    /** The guided change of owners and the document that shows it, as one act: both are stored, or neither. */
    @Transactional
    public Outcome changeOwners(
            CommunityId id, int homeNo, int version, OwnerChange change, InputStream content, Clerk clerk) {
        Outcome outcome = intake.take(content, document -> {
            Outcome changed = homes.changeOwners(id, homeNo, version, change, clerk);
            return changed instanceof Outcome.Stored ? keep(id, homeNo, change.evidence(), document, clerk) : changed;
        });
        if (!(outcome instanceof Outcome.Stored)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome keep(CommunityId id, int homeNo, String title, DocumentIntake.Document document, Clerk clerk) {
        int next = list(id, homeNo, clerk.scope()).stream()
                        .mapToInt(HomeFile::number)
                        .max()
                        .orElse(0)
                + 1;
        if (next > DocumentIntake.FILES_AT_MOST) {
            return Outcome.Refused.of("file", "file-too-many", DocumentIntake.FILES_AT_MOST);
        }
        jdbc.sql("""
                insert into linli.home_file
                    (community_id, home_no, file_no, title, type, file_hash, bytes, added_at, added_by)
                values (:id, :home, :number, :title, :type, :hash, :bytes, :at, :by)
                """)
                .param("id", id.value())
                .param("home", homeNo)
                .param("number", next)
                .param("title", title)
                .param("type", document.type().name())
                .param("hash", document.keep())
                .param("bytes", document.bytes())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("by", clerk.name())
                .update();
        return new Outcome.Stored(Integer.toString(next));
    }

    /** A document for somebody who says why; what is not logged is not shown. */
    @Transactional
    public Optional<HomeFile> disclose(CommunityId id, int homeNo, int number, String reason, Clerk clerk) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a disclosure without a reason");
        }
        if (!reach.lock(id, clerk.scope())) {
            return Optional.empty();
        }
        Optional<HomeFile> found = list(id, homeNo, clerk.scope()).stream()
                .filter(file -> file.number() == number)
                .findFirst();
        found.ifPresent(file -> jdbc.sql("""
                        insert into linli.home_file_disclosure
                            (community_id, disclosure_no, home_no, file_no, account_id, disclosed_to, reason, disclosed_at)
                        select :id, coalesce(max(disclosure_no), 0) + 1, :home, :file, :account, :name, :reason, :at
                        from linli.home_file_disclosure where community_id = :id
                        """)
                .param("id", id.value())
                .param("home", homeNo)
                .param("file", number)
                .param("account", clerk.accountId())
                .param("name", clerk.name())
                .param("reason", reason)
                .param("at", realTime.now().atOffset(ZoneOffset.UTC))
                .update());
        return found;
    }
}
