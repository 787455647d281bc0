package org.linli.publishing.notices.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.publishing.gate.PublicTexts;
import org.linli.publishing.notices.NoticePlaces;
import org.linli.publishing.notices.Notices;

/**
 * A notice being written.
 *
 * @param division the viewer's division in words, empty when the viewer has none
 * @param problem why it came back, null at first
 * @param checked what the gate found, null when nothing
 */
public record NewNoticePage(
        NoticeForm form,
        List<NoticePlaces.Place> places,
        String division,
        Notices.@Nullable Problem problem,
        PublicTexts.@Nullable Checked checked) {}
