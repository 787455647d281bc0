package org.linli.decisions.proposals;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.platform.ids.CommunityId;

/** A proposal, by its community and number in it; written {@code 12-3}. */
public record ProposalId(CommunityId community, int number) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,17})-([1-9]\\d{0,8})");

    public static Optional<ProposalId> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new ProposalId(
                        new CommunityId(Long.parseLong(written.group(1))), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return community + "-" + number;
    }
}
