package org.linli.decisions.meetings.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.meetings.Meeting;
import org.linli.decisions.meetings.Meetings;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sections.PageSections;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** The committee's decisions in the file of a community; beyond those who guide it only what hangs. Owners read the notice itself. */
@Component
class MeetingSections implements PageSections {

    private static final int SHOWN = 10;
    private static final List<Role> DESK = List.of(Role.COMMITTEE, Role.STREET, Role.COMMUNITY_WORKER);

    private final Meetings meetings;

    MeetingSections(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<Section> ofCity(Texts texts) {
        return List.of();
    }

    @Override
    public List<Section> ofCommunity(CommunityId community, Texts texts) {
        return List.of();
    }

    @Override
    public List<Section> ofFile(CommunityId community, Viewer viewer, RowScope rows, Texts texts) {
        boolean desk = DESK.contains(viewer.role());
        List<Meeting> shown = meetings.list(community, rows).stream()
                .filter(meeting -> meeting.voided() == null && (desk || meeting.hanging()))
                .limit(SHOWN)
                .toList();
        if (shown.isEmpty() && !desk) {
            return List.of();
        }
        String href = "/desk/communities/" + community + "/meetings";
        @Nullable Line more = desk ? new Line(texts.t("meetings.take"), "", href) : null;
        return List.of(new Section(
                texts.t("meetings.title"),
                shown.stream()
                        .map(meeting -> new Line(
                                texts.t("meetings.on", texts.date(meeting.metOn())),
                                decided(meeting, texts),
                                desk ? href : "/communities/" + community + "/notices"))
                        .toList(),
                texts.t("meetings.none"),
                more));
    }

    private static String decided(Meeting meeting, Texts texts) {
        return meeting.topics().stream()
                .map(topic ->
                        topic.text() + " · " + texts.t(topic.adopted() ? "meetings.adopted" : "meetings.not-adopted"))
                .collect(Collectors.joining(" · "));
    }
}
