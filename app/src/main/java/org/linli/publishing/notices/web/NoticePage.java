package org.linli.publishing.notices.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.publishing.notices.Notice;
import org.linli.publishing.notices.Notices;

/**
 * One notice on the desk.
 *
 * @param mayWrite whether this hat takes it down
 * @param mayPost whether this hat adds photos now
 * @param places boards that photos named before
 * @param problem what was just refused, null otherwise
 */
public record NoticePage(
        Notice notice,
        List<Notice.Photo> photos,
        boolean mayWrite,
        boolean mayPost,
        List<String> places,
        LocalDate today,
        Notices.@Nullable Problem problem) {

    public String path() {
        return "/desk/notices/" + notice.id();
    }
}
