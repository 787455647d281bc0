package org.linli.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.platform.scope.Viewer;
import org.linli.registry.Companies;
import org.linli.registry.CompanyCodeAct;
import org.linli.registry.CompanyFile;
import org.linli.registry.Ending;
import org.linli.registry.HistoryEntry;

/**
 * The file of a company.
 *
 * @param place its county in words
 * @param projects those the viewer may see
 * @param projectsInAll how many it serves in the city, which is public
 * @param exit by which act it left; empty while it is there
 * @param codeActs what was done about a credit code that fails its check, the newest first; empty for who may not write
 */
public record CompanyPage(
        CompanyFile file,
        String place,
        LocalDate day,
        LocalDate today,
        boolean mayWrite,
        List<CommunityPage.Fact> facts,
        List<Companies.Project> projects,
        int projectsInAll,
        List<CompanyCodeAct> codeActs,
        Viewer viewer,
        Optional<Ending> exit,
        List<HistoryEntry> history) {

    public String path() {
        return "/registry/companies/" + file.code();
    }

    /** How a code that fails its check stands. */
    public Optional<CompanyCodeAct> codeAct() {
        return codeActs.stream().findFirst();
    }

    /** The newest certificate handed in. */
    public Optional<CompanyCodeAct> certificate() {
        return CompanyCodeAct.certificate(codeActs);
    }

    /** Whether this hat is the second person. */
    public boolean mayDecide() {
        return codeAct()
                        .filter(act -> act.kind() == CompanyCodeAct.Kind.SHOWN
                                && act.scan().isPresent()
                                && act.accountId() != viewer.accountId())
                        .isPresent()
                && viewer.role().isDepartment();
    }

    /** Whether this hat may say that the company left, or did not: the department that it is filed with, not one of its streets [D]. */
    public boolean mayEnd() {
        return mayWrite && viewer.role().isDepartment();
    }

    /** Whether this hat may take a confirmation back. */
    public boolean mayTakeBack() {
        return codeAct()
                        .filter(act -> act.kind() == CompanyCodeAct.Kind.CONFIRMED)
                        .isPresent()
                && viewer.role().isDepartment();
    }

    public boolean mayShow() {
        return codeAct()
                .filter(act -> act.kind() == CompanyCodeAct.Kind.REFUSED
                        || act.kind() == CompanyCodeAct.Kind.SHOWN && act.scan().isEmpty())
                .isPresent();
    }
}
