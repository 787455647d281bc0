package org.linli.divisions.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.DivisionFileRefused;
import org.linli.divisions.Divisions;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Look through the division tree, and load another one. Divisions are reference data: everybody who works here may see all. */
@Controller
class DivisionController implements MenuSource {

    private static final int MATCHES = 50;

    private final Divisions divisions;
    private final Portal portal;

    DivisionController(Divisions divisions, Portal portal) {
        this.divisions = divisions;
        this.portal = portal;
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY, Role.COUNTY, Role.STREET, Role.SYSTEM_ADMIN})
    @GetMapping("/divisions")
    ModelAndView tree(
            @RequestParam(required = false) @Nullable String division, @RequestParam(defaultValue = "") String text) {
        Optional<Division> place = division == null || division.isBlank()
                ? divisions.find(portal.home())
                : Optional.of(divisions.find(division).orElseThrow(NotFound::new));
        return page(place, text, null, List.of());
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY, Role.SYSTEM_ADMIN})
    @PostMapping("/divisions")
    ModelAndView load(@RequestParam MultipartFile file) throws IOException {
        Path sent = Files.createTempFile("divisions-", ".csv");
        try {
            file.transferTo(sent);
            Divisions.Loaded loaded = divisions.load(sent, rows -> {});
            return page(divisions.find(portal.home()), "", loaded, List.of());
        } catch (DivisionFileRefused refused) {
            return page(divisions.find(portal.home()), "", null, refused.problems());
        } finally {
            Files.delete(sent);
        }
    }

    private ModelAndView page(
            Optional<Division> place,
            String text,
            Divisions.@Nullable Loaded loaded,
            List<DivisionFileRefused.Problem> problems) {
        List<Division> lines = place.map(shown -> text.isBlank()
                        ? divisions.listChildren(shown.code())
                        : divisions.search(shown.code(), text, MATCHES))
                .orElse(List.of());
        return Views.of(
                "divisions/tree",
                new DivisionsPage(
                        place.map(shown -> divisions.path(shown.code())).orElse(List.of()),
                        text,
                        lines,
                        loaded,
                        problems));
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.role() == Role.CITY || viewer.role() == Role.SYSTEM_ADMIN
                ? List.of(new MenuEntry(800, "divisions.menu", "/divisions", 0))
                : List.of();
    }
}
