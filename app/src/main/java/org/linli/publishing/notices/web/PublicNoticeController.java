package org.linli.publishing.notices.web;

import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.publishing.notices.Notice;
import org.linli.publishing.notices.NoticeId;
import org.linli.publishing.notices.NoticePlaces;
import org.linli.publishing.notices.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Notices for everybody. */
@Controller
class PublicNoticeController {

    private final Notices notices;
    private final NoticePlaces places;
    private final BusinessTime time;

    PublicNoticeController(Notices notices, NoticePlaces places, BusinessTime time) {
        this.notices = notices;
        this.places = places;
        this.time = time;
    }

    @PublicPage
    @GetMapping("/communities/{id}/notices")
    ModelAndView current(@PathVariable long id) {
        NoticePlaces.Place place =
                places.find(new CommunityId(id), RowScope.everything()).orElseThrow(NotFound::new);
        return Views.of(
                "publishing/notices-public",
                new PublicNoticesPage(place, notices.current(place.community(), place.division())));
    }

    @PublicPage
    @GetMapping("/notices/{notice}")
    ModelAndView one(@PathVariable String notice) {
        Notice found = NoticeId.parse(notice).flatMap(notices::findPublic).orElseThrow(NotFound::new);
        return Views.of(
                "publishing/notice-public", new PublicNoticePage(found, notices.photos(found.id()), time.today()));
    }
}
