package org.linli.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figures;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.sections.PageSections;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.QrCode;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.registry.PublicCommunities;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public pages: the city in one page, find a community, a community, a company. */
@Controller
class PortalController {

    private static final int LINES_ON_A_PAGE = 30;
    private static final List<String> ON_THE_HOME_PAGE =
            List.of("professional-coverage", "base-registration", "companies-registered", "residents");

    private final Figures figures;
    private final Divisions divisions;
    private final PublicCommunities communities;
    private final List<PageSections> sections;
    private final Portal portal;
    private final Frames frames;
    private final BusinessTime time;

    PortalController(
            Figures figures,
            Divisions divisions,
            PublicCommunities communities,
            List<PageSections> sections,
            Portal portal,
            Frames frames,
            BusinessTime time) {
        this.figures = figures;
        this.divisions = divisions;
        this.communities = communities;
        this.sections = sections;
        this.portal = portal;
        this.frames = frames;
        this.time = time;
    }

    @PublicPage
    @GetMapping("/")
    ModelAndView home(HttpServletRequest request) {
        Texts texts = frames.texts(request);
        AsOf today = AsOf.day(time.today());
        List<HomePage.Line> lines = ON_THE_HOME_PAGE.stream()
                .flatMap(code -> figures.find(code).stream())
                .map(figure -> new HomePage.Line(figure, figures.value(figure, today, portal.home())))
                .toList();
        List<Figures.Below> counties = figures.find(ON_THE_HOME_PAGE.getFirst())
                .map(coverage -> figures.below(coverage, today, portal.home()))
                .orElse(List.of());
        return Views.of(
                "portal/home",
                new HomePage(
                        today.day(),
                        lines,
                        sections.stream()
                                .flatMap(source -> source.ofCity(texts).stream())
                                .toList(),
                        counties));
    }

    @PublicPage
    @GetMapping("/communities")
    ModelAndView find(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String after) {
        Division place = (division.isBlank() ? divisions.find(portal.home()) : divisions.find(division))
                .filter(found -> portal.home().covers(found.code()))
                .orElseThrow(NotFound::new);
        List<Division> below =
                place.level() == DivisionLevel.NEIGHBOURHOOD ? List.of() : divisions.listChildren(place.code());
        return Views.of(
                "portal/communities",
                new FindPage(
                        text,
                        divisions.path(place.code()).stream()
                                .filter(d -> d.level().ordinal() >= DivisionLevel.CITY.ordinal())
                                .toList(),
                        below,
                        communities.search(place.code(), text, after, LINES_ON_A_PAGE),
                        after));
    }

    @PublicPage
    @GetMapping("/communities/{id}")
    ModelAndView community(@PathVariable long id, HttpServletRequest request) {
        return page(id, "", profile -> {
            Texts texts = frames.texts(request);
            return Views.of(
                    "portal/community",
                    new CommunityPage(
                            profile,
                            sections.stream()
                                    .flatMap(source -> source.ofCommunity(new CommunityId(id), texts).stream())
                                    .toList()));
        });
    }

    @PublicPage
    @GetMapping("/communities/{id}/poster")
    ModelAndView poster(@PathVariable long id) {
        String address = portal.baseUrl().replaceAll("/+$", "") + "/communities/" + id;
        return page(
                id,
                "/poster",
                community -> Views.of("portal/poster", new PosterPage(community, address, QrCode.of(address))));
    }

    /** The page of a community that is there; the address of one that is not leads to the record that stands for it. */
    private ModelAndView page(long id, String tail, Function<PublicCommunities.Profile, ModelAndView> made) {
        if (id <= 0) {
            throw new NotFound();
        }
        CommunityId community = new CommunityId(id);
        return communities
                .find(community)
                .map(made)
                .orElseGet(() -> communities
                        .keptFor(community)
                        .map(kept -> Views.redirect("/communities/" + kept + tail))
                        .orElseThrow(NotFound::new));
    }

    @PublicPage
    @GetMapping("/companies/{code}")
    ModelAndView company(@PathVariable String code) {
        if (code.length() != 18) {
            throw new NotFound();
        }
        return Views.of(
                "portal/company", communities.findCompany(new CompanyCode(code)).orElseThrow(NotFound::new));
    }
}
