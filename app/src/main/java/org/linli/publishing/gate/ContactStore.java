package org.linli.publishing.gate;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private static final String IN_FORCE = """
            not exists (select 1 from linli.open_contact_end e
                         where e.community_id = c.community_id and e.contact_no = c.contact_no)
            """;

    private final JdbcClient jdbc;
    private final RealTime time;

    ContactStore(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Contacts that hold in a division. */
    List<String> inForce(String division) {
        return jdbc.sql(
                        "select distinct c.contact from linli.open_contact c where :division like c.division_code || '%' and "
                                + IN_FORCE + " order by c.contact")
                .param("division", division)
                .query(String.class)
                .list();
    }

    List<OpenContact> list(RowScope rows) {
        return jdbc.sql(
                        "select c.contact_no, c.division_code, c.contact, c.label, c.added_at, c.by_name from linli.open_contact c where "
                                + IN_FORCE + " and " + RowScope.SQL + " order by c.division_code, c.contact_no")
                .params(rows.parameters())
                .query((row, n) -> new OpenContact(
                        row.getInt("contact_no"),
                        row.getString("division_code"),
                        row.getString("contact"),
                        row.getString("label"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .list();
    }

    void add(String division, String contact, String label, Viewer by) {
        NamedLock.hold(jdbc, "open contacts");
        jdbc.sql("""
                insert into linli.open_contact (community_id, contact_no, division_code, contact, label, added_at, by_name, by_account)
                select 0, coalesce(max(contact_no), 0) + 1, :division, :contact, :label, :at, :by, :account from linli.open_contact
                """)
                .param("division", division)
                .param("contact", contact)
                .param("label", label)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.accountId())
                .update();
    }

    /** @return whether one of the scope was in force */
    boolean end(int number, RowScope rows, Viewer by) {
        return jdbc.sql("""
                insert into linli.open_contact_end (community_id, contact_no, ended_at, by_name, by_account)
                select c.community_id, c.contact_no, :at, :by, :account from linli.open_contact c where c.contact_no = :number and %s
                on conflict do nothing
                """.formatted(RowScope.SQL))
                        .params(rows.parameters())
                        .param("number", number)
                        .param("at", time.now().atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("account", by.accountId())
                        .update()
                == 1;
    }
}
