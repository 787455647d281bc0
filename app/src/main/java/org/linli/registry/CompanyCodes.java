package org.linli.registry;

import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.figures.AsOf;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.CompanyCodeAct.Kind;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Credit codes that fail their check and are right all the same: shown by the certificate, then confirmed by a second person of
 * the department. Until then the company is in the register and counts nowhere.
 *
 * <p>Source: domain reference g.5: some real historical codes fail, so a failure is blocked with a supervised override and the
 * certificate's scan, never rejected in silence [D].
 */
@Service
public class CompanyCodes {

    private final JdbcClient jdbc;
    private final DocumentIntake intake;
    private final Companies companies;
    private final Reach reach;
    private final City city;
    private final AccessLog log;
    private final BusinessTime time;

    CompanyCodes(
            JdbcClient jdbc,
            DocumentIntake intake,
            Companies companies,
            Reach reach,
            City city,
            AccessLog log,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.companies = companies;
        this.reach = reach;
        this.city = city;
        this.log = log;
        this.time = time;
    }

    /** Everything done about a code, the newest first; empty for a code that passes its check. */
    public List<CompanyCodeAct> list(CompanyCode code) {
        return jdbc.sql("""
                select act_no, act, note, type, file_hash, account_id, recorded_by, recorded_at
                from linli.company_code_act where company_code = :code order by act_no desc
                """)
                .param("code", code.value())
                .query((row, n) -> new CompanyCodeAct(
                        row.getInt("act_no"),
                        Kind.valueOf(row.getString("act")),
                        row.getString("note"),
                        CompanyCodeAct.scan(row.getString("file_hash"), row.getString("type")),
                        row.getLong("account_id"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** The acts as lines of the company's history, the newest first. */
    public List<HistoryEntry> history(CompanyCode code) {
        List<CompanyCodeAct> acts = list(code).reversed();
        List<HistoryEntry> entries = new ArrayList<>();
        String before = "";
        for (CompanyCodeAct act : acts) {
            String after = "~registry.code-act." + act.kind();
            entries.addFirst(new HistoryEntry(
                    act.at(),
                    act.by(),
                    Act.CHANGE.name(),
                    act.note(),
                    "company-code",
                    0,
                    act.at().atZone(BusinessTime.ZONE).toLocalDate(),
                    null,
                    act.number() == 1,
                    false,
                    List.of(new HistoryEntry.Change("code_act", before, after))));
            before = after;
        }
        return entries;
    }

    /**
     * Registers a company whose code fails its check, with the scan of its certificate.
     *
     * @param content PDF, JPEG or PNG of at most 20 MB
     * @param note what the certificate shows
     */
    @Transactional
    public Outcome register(
            String code, CompanyBase base, String note, InputStream content, String reason, Clerk clerk) {
        return together(intake.take(content, document -> {
            String hash = document.keep();
            Outcome stored = companies.registerShown(code, note, hash, base, reason, clerk);
            if (stored instanceof Outcome.Stored) {
                CompanyCodeAct.Scan scan = new CompanyCodeAct.Scan(hash, document.type());
                insert(new CompanyCode(code), 1, Kind.SHOWN, note, Optional.of(scan), clerk);
            }
            return stored;
        }));
    }

    /** Another scan of the certificate, after the first was refused or where none was asked for. */
    @Transactional
    public Outcome show(CompanyCode code, String note, InputStream content, Clerk clerk) {
        Optional<CompanyCodeAct> last = locked(code, clerk);
        if (last.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (last.get().kind() == Kind.CONFIRMED) {
            return Outcome.Refused.of("note", "code-confirmed");
        }
        return together(intake.take(content, document -> {
            CompanyCodeAct.Scan scan = new CompanyCodeAct.Scan(document.keep(), document.type());
            insert(code, last.get().number() + 1, Kind.SHOWN, note, Optional.of(scan), clerk);
            return new Outcome.Stored(code.value());
        }));
    }

    /**
     * The second person's word; who handed the certificate in cannot give it. A confirmation found wrong is taken back by anybody of
     * the department: from then on the company counts nowhere until a right certificate is confirmed.
     *
     * @param number of the act that was looked at, which a form must carry back
     * @param right whether the certificate shows the code
     */
    @Transactional
    public Outcome decide(CompanyCode code, int number, boolean right, String note, Clerk clerk) {
        Optional<CompanyCodeAct> last = locked(code, clerk);
        if (last.isEmpty()) {
            return new Outcome.Unknown();
        }
        boolean takenBack = last.get().kind() == Kind.CONFIRMED && !right;
        if (last.get().number() != number || last.get().kind() != Kind.SHOWN && !takenBack) {
            return new Outcome.Overtaken();
        }
        if (!clerk.supervises()) {
            return Outcome.Refused.of("note", "code-not-department");
        }
        if (takenBack) {
            return decided(code, number + 1, Kind.REFUSED, note, clerk);
        }
        if (last.get().accountId() == clerk.accountId()) {
            return Outcome.Refused.of("note", "code-second-person");
        }
        if (last.get().scan().isEmpty()) {
            return Outcome.Refused.of("note", "code-without-scan");
        }
        return decided(code, number + 1, right ? Kind.CONFIRMED : Kind.REFUSED, note, clerk);
    }

    private Outcome decided(CompanyCode code, int number, Kind kind, String note, Clerk clerk) {
        insert(code, number, kind, note, Optional.empty(), clerk);
        city.changed();
        return new Outcome.Stored(code.value());
    }

    /** A certificate for somebody who keeps the register; what is not logged is not shown. */
    @Transactional
    public Optional<CompanyCodeAct.Scan> disclose(CompanyCode code, int number, Viewer viewer) {
        Optional<CompanyCodeAct.Scan> found = list(code).stream()
                .filter(act -> act.number() == number)
                .flatMap(act -> act.scan().stream())
                .findFirst();
        found.ifPresent(scan -> log.record(viewer, "company.code-scan", "company", code, "scan " + number));
        return found;
    }

    /** The code's last act, with the code locked, if the clerk keeps the company's file. */
    private Optional<CompanyCodeAct> locked(CompanyCode code, Clerk clerk) {
        reach.lock("company " + code);
        return companies
                .find(code, AsOf.day(time.today()))
                .filter(file -> companies.governs(file.base().division(), clerk.scope()))
                .flatMap(file -> list(code).stream().findFirst());
    }

    private static Outcome together(Outcome outcome) {
        if (!(outcome instanceof Outcome.Stored)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private void insert(
            CompanyCode code, int number, Kind kind, String note, Optional<CompanyCodeAct.Scan> scan, Clerk clerk) {
        jdbc.sql("""
                insert into linli.company_code_act
                    (company_code, act_no, act, note, type, file_hash, account_id, recorded_by, recorded_at)
                values (:code, :number, :act, :note, :type, :hash, :account, :by, :at)
                """)
                .param("code", code.value())
                .param("number", number)
                .param("act", kind.name())
                .param("note", note)
                .param("type", scan.map(shown -> shown.type().name()).orElse(null))
                .param("hash", scan.map(CompanyCodeAct.Scan::hash).orElse(null))
                .param("account", clerk.accountId())
                .param("by", clerk.name())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
