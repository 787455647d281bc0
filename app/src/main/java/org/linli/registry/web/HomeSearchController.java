package org.linli.registry.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.RecordedElsewhere;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.platform.web.Views;
import org.linli.registry.CommunityFile;
import org.linli.registry.HomeLine;
import org.linli.registry.HomeSearch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Homes by room, which may stand in an address, and by person, which never does: that is sent as a form, with its reason. */
@Controller
class HomeSearchController implements MenuSource {

    private static final int ORDER = 325;
    private static final int MOST_CHARACTERS = 80;

    private final HomeSearch search;
    private final Desk desk;

    HomeSearchController(HomeSearch search, Desk desk) {
        this.search = search;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/search")
    ModelAndView byRoom(@PathVariable long id, @RequestParam(defaultValue = "") String room, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        String typed = limited(room);
        return page(
                file,
                typed,
                typed.isBlank() ? null : search.byRoom(file.id(), typed, desk.scope(viewer)),
                HomeSearchPage.Asked.NOTHING);
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/search")
    @RecordedElsewhere("access log, owner.search")
    ModelAndView byPerson(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String why,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomeSearchPage.Asked asked = asked(by, who, why);
        if (asked.isLacking()) {
            ModelAndView view = page(file, "", null, asked);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return page(
                file,
                "",
                search.byPerson(file.id(), asked.key(), asked.who(), asked.whyOrThrow(), viewer, desk.scope(viewer)),
                asked);
    }

    private static ModelAndView page(
            CommunityFile file, String room, @Nullable List<HomeLine> found, HomeSearchPage.Asked asked) {
        return Views.of(
                "registry/homesSearch",
                new HomeSearchPage(
                        file.base().name(),
                        Desk.href(file.id()),
                        room,
                        asked,
                        found != null,
                        found == null
                                ? List.of()
                                : List.of(new HomeSearch.Hit(
                                        file.id(), file.base().name(), found))));
    }

    private static HomeSearchPage.Asked asked(String by, String who, String why) {
        return new HomeSearchPage.Asked(
                constant(HomeSearch.Key.values(), by).orElse(HomeSearch.Key.NAME),
                limited(who),
                constant(HomeSearch.Reason.values(), why).orElse(null),
                true);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst();
    }

    private static String limited(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/owner-search")
    ModelAndView askEverywhere() {
        return everywhere(HomeSearchPage.Asked.EVERYWHERE, false, List.of());
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/owner-search")
    @RecordedElsewhere("access log, owner.search")
    ModelAndView everywhere(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String why,
            Viewer viewer) {
        HomeSearchPage.Asked asked = asked(by, who, why);
        if (asked.isLacking() || !asked.key().reachesFar()) {
            ModelAndView view = everywhere(asked, false, List.of());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return everywhere(
                asked,
                true,
                search.everywhere(asked.key(), asked.who(), asked.whyOrThrow(), viewer, desk.scope(viewer)));
    }

    private static ModelAndView everywhere(HomeSearchPage.Asked asked, boolean searched, List<HomeSearch.Hit> hits) {
        return Views.of("registry/homesSearch", new HomeSearchPage("", "", "", asked, searched, hits));
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return Desk.mayWrite(viewer)
                ? List.of(new MenuEntry(ORDER, "registry.search.owner.menu", "/registry/owner-search", 0))
                : List.of();
    }
}
