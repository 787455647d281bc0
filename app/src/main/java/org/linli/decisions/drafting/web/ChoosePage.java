package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.registry.CommunityFile;
import org.linli.registry.CommunityList;

/** @param found communities to choose from @param chosen those chosen already @param text what was searched for */
public record ChoosePage(CommunityList found, List<CommunityFile> chosen, String text) {
    public boolean isChosen(CommunityList.Row row) {
        return chosen.stream().anyMatch(file -> file.id().equals(row.id())) || found.total() == 1;
    }

    /** What is chosen beyond what the search shows, so that another search loses nothing. */
    public List<CommunityFile> chosenElsewhere() {
        return chosen.stream()
                .filter(file -> found.rows().stream().noneMatch(row -> row.id().equals(file.id())))
                .toList();
    }
}
