package org.linli.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.coverage.ServiceState;
import org.linli.rules.registry.CommunityType;

/**
 * Which communities of a list.
 *
 * @param day as of
 * @param division only those inside
 * @param text part of a name, alias, code, external code or pinyin; empty for all
 * @param missing only those with a blank mandatory field ({@code true}) or without ({@code false})
 * @param after continue after this row key; empty from the beginning
 * @param limit at most so many rows
 */
public record CommunityFilter(
        LocalDate day,
        DivisionCode division,
        String text,
        Optional<ServiceState> state,
        Optional<CommunityType> type,
        Optional<Boolean> missing,
        String after,
        int limit) {

    public static CommunityFilter all(LocalDate day, DivisionCode division) {
        return new CommunityFilter(
                day, division, "", Optional.empty(), Optional.empty(), Optional.empty(), "", Integer.MAX_VALUE);
    }
}
