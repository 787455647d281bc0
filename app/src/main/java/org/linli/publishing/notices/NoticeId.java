package org.linli.publishing.notices;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.platform.ids.CommunityId;

/** A notice, written {@code 12-3}. @param community 0 when it is for a whole division @param number counts up from 1 */
public record NoticeId(long community, int number) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([1-9][0-9]{0,8})");

    public static Optional<NoticeId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new NoticeId(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Empty for a notice of a division. */
    public Optional<CommunityId> of() {
        return community == 0 ? Optional.empty() : Optional.of(new CommunityId(community));
    }

    @Override
    public String toString() {
        return community + "-" + number;
    }
}
