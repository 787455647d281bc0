package org.linli.registry.claims.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.my.MyHomeSection;
import org.linli.registry.PublicCommunities;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.MyHomes;

/**
 * @param refused what was just refused, null when nothing was
 * @param communities of the person's homes and of the hat worn, as anybody sees them
 */
public record MyPage(
        LocalDate today,
        ClaimResult.@Nullable Reason refused,
        List<MyHomes.Home> homes,
        List<MyHomes.Pending> pending,
        List<MyHomes.Pending> objectionable,
        List<MyHomes.LinkLine> links,
        List<Section> sections,
        List<PublicCommunities.Profile> communities) {

    /** What another feature says. @param titleKey text key of the heading */
    public record Section(String titleKey, List<MyHomeSection.Line> lines) {}

    public boolean isProved() {
        return !homes.isEmpty();
    }
}
