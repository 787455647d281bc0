package org.linli.registry.claims.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.registry.PublicCommunities;
import org.linli.registry.claims.ClaimResult;

/**
 * One step of proving a home: first the community, then the way, then what is asked for.
 *
 * @param query what the community was searched by
 * @param found communities to choose from
 * @param community the chosen one; null before
 * @param way the chosen one; null before
 * @param government whether there is a government portal to go to
 * @param typed what comes back into the form; numbers, codes and files never do
 * @param refused why it was refused; null at first
 */
public record ClaimFormPage(
        String query,
        List<PublicCommunities.Line> found,
        PublicCommunities.@Nullable Profile community,
        @Nullable Way way,
        boolean government,
        List<String> buildings,
        Map<String, String> typed,
        ClaimResult.@Nullable Reason refused) {

    /** The ways to a home: four for its owner, two for who acts for an owner. */
    public enum Way {
        A,
        B,
        C,
        D,
        GUARDIAN,
        REPRESENTATIVE;

        /** Whether papers are handed in. */
        public boolean takesPapers() {
            return this == C || isLink();
        }

        public boolean isLink() {
            return this == GUARDIAN || this == REPRESENTATIVE;
        }

        public boolean asksName() {
            return this == B || takesPapers();
        }

        public boolean asksNumber() {
            return this == B || this == D;
        }
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
