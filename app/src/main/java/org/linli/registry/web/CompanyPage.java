package org.linli.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.registry.Companies;
import org.linli.registry.CompanyFile;
import org.linli.registry.HistoryEntry;

/** The file of a company. @param place its county in words @param projects those the viewer may see */
public record CompanyPage(
        CompanyFile file,
        String place,
        LocalDate day,
        LocalDate today,
        boolean mayWrite,
        List<CommunityPage.Fact> facts,
        List<Companies.Project> projects,
        List<HistoryEntry> history) {

    public String path() {
        return "/registry/companies/" + file.code();
    }
}
