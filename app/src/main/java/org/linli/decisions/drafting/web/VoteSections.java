package org.linli.decisions.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.drafting.VoteCalendar;
import org.linli.decisions.drafting.VoteFilter;
import org.linli.decisions.drafting.VoteLine;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sections.PageSections;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;

/** Votes where people look for them: on the city's home page, the page of a community, and its file on the desk. */
@Component
class VoteSections implements PageSections {

    private static final int OF_EACH_GROUP = 5;
    private static final List<VoteFilter.Group> ON_THE_HOME_PAGE =
            List.of(VoteFilter.Group.OPEN, VoteFilter.Group.POSTED, VoteFilter.Group.PUBLISHED);

    private final VoteCalendar calendar;
    private final Divisions divisions;

    VoteSections(VoteCalendar calendar, Divisions divisions) {
        this.calendar = calendar;
        this.divisions = divisions;
    }

    @Override
    public List<Section> ofCity(Texts texts) {
        Line all = new Line(texts.t("decisions.section.all"), "", "/votes");
        List<Section> sections = new ArrayList<>();
        for (VoteFilter.Group group : ON_THE_HOME_PAGE) {
            List<VoteLine> votes = calendar.newest(group, OF_EACH_GROUP);
            // The open ones say so when there are none; of the others nobody misses an empty list.
            if (group == VoteFilter.Group.OPEN || !votes.isEmpty()) {
                sections.add(new Section(
                        texts.t("decisions.section." + group.name()),
                        inTheCity(votes, texts),
                        texts.t("decisions.section.none-open"),
                        group == ON_THE_HOME_PAGE.getLast() || sections.isEmpty() ? all : null));
            }
        }
        return sections;
    }

    private List<Line> inTheCity(List<VoteLine> votes, Texts texts) {
        Map<DivisionCode, String> places = divisions.fullNames(
                votes.stream().map(vote -> new DivisionCode(vote.division())).collect(Collectors.toSet()));
        return votes.stream()
                .map(vote -> new Line(
                        vote.community() + " · " + vote.title(),
                        places.getOrDefault(new DivisionCode(vote.division()), "") + " · " + standing(vote, texts),
                        "/votes/" + vote.id()))
                .toList();
    }

    @Override
    public List<Section> ofCommunity(CommunityId community, Texts texts) {
        return List.of(section(calendar.ofCommunity(community), "/votes/", null, texts));
    }

    @Override
    public List<Section> ofFile(CommunityId community, Viewer viewer, RowScope rows, Texts texts) {
        if (!DraftingMenu.READERS.contains(viewer.role())) {
            return ofCommunity(community, texts);
        }
        @Nullable
        Line call = Organisers.mayOrganise(viewer)
                ? new Line(texts.t("decisions.call.title"), "", "/desk/votes/new?community=" + community)
                : null;
        return List.of(section(calendar.inFile(community, rows), "/desk/votes/", call, texts));
    }

    private static Section section(List<VoteLine> votes, String base, @Nullable Line more, Texts texts) {
        return new Section(
                texts.t("decisions.section.community"),
                votes.stream()
                        .map(vote -> new Line(vote.title(), standing(vote, texts), base + vote.id()))
                        .toList(),
                texts.t("decisions.section.none"),
                more);
    }

    private static String standing(VoteLine vote, Texts texts) {
        String days = texts.t(
                "decisions.from-to",
                texts.date(vote.days().window().opensOn()),
                texts.date(vote.days().window().lastDay()));
        String state = texts.of("decisions.state", vote.days().state());
        return vote.rehearsal() ? state + " · " + texts.t("decisions.rehearsal") + " · " + days : state + " · " + days;
    }
}
