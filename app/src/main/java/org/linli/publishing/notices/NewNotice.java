package org.linli.publishing.notices;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;

/**
 * A notice to be hung.
 *
 * @param community null for the whole division
 * @param division code of the division, or of the one that the community lies in
 * @param place the community or division in words
 * @param origin what it comes from, such as {@code vote/12-3/RESULT}: hung once, however often it is asked for; null for one typed
 *     on the desk
 */
public record NewNotice(
        @Nullable CommunityId community,
        String division,
        String place,
        String kind,
        @Nullable String origin,
        String page,
        String subject,
        String body,
        LocalDate from,
        LocalDate until) {

    long key() {
        return community == null ? 0 : community.value();
    }
}
