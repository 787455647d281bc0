package org.linli.publishing.papers;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TemplateStore {

    private final JdbcClient jdbc;
    private final RealTime real;
    private final BusinessTime time;

    TemplateStore(JdbcClient jdbc, RealTime real, BusinessTime time) {
        this.jdbc = jdbc;
        this.real = real;
        this.time = time;
    }

    /** Newest first. */
    List<TemplateVersion> list(String paper) {
        return jdbc.sql("""
                select paper, version_no, file_hash, note, added_at, by_name from platform.paper_template
                where paper = :paper order by version_no desc
                """)
                .param("paper", paper)
                .query((row, n) -> new TemplateVersion(
                        row.getString("paper"),
                        row.getInt("version_no"),
                        row.getString("file_hash"),
                        row.getString("note"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .list();
    }

    void add(String paper, @Nullable String hash, String note, Viewer by) {
        NamedLock.hold(jdbc, "paper template " + paper);
        jdbc.sql("""
                insert into platform.paper_template (paper, version_no, file_hash, note, added_at, by_name, by_account)
                select :paper, coalesce(max(version_no), 0) + 1, :hash, :note, :at, :by, :account
                from platform.paper_template where paper = :paper
                """)
                .param("paper", paper)
                .param("hash", hash, java.sql.Types.VARCHAR)
                .param("note", note)
                .param("at", real.now().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.accountId())
                .update();
    }

    void use(String paper, int version, String about) {
        jdbc.sql("""
                insert into platform.paper_use (paper, version_no, about, used_on, used_at)
                values (:paper, :version, :about, :on, :at) on conflict do nothing
                """)
                .param("paper", paper)
                .param("version", version)
                .param("about", about)
                .param("on", time.today())
                .param("at", real.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many matters were put on paper with a version. */
    long uses(String paper, int version) {
        return jdbc.sql("select count(*) from platform.paper_use where paper = :paper and version_no = :version")
                .param("paper", paper)
                .param("version", version)
                .query(Long.class)
                .single();
    }
}
