package org.linli.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.HomeFile;
import org.linli.registry.HomeFiles;
import org.linli.registry.HomeLine;
import org.linli.registry.Homes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The documents behind changes of owners: handed in, and saved for a reason. */
@Controller
class HomeFileController {

    private final HomeFiles files;
    private final Homes homes;
    private final Downloads downloads;
    private final Desk desk;

    HomeFileController(HomeFiles files, Homes homes, Downloads downloads, Desk desk) {
        this.files = files;
        this.homes = homes;
        this.downloads = downloads;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/files/new")
    ModelAndView ask(@PathVariable long id, @PathVariable int home, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return addForm(file, line(file, home, viewer), Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/files/new")
    ModelAndView add(
            @PathVariable long id,
            @PathVariable int home,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CommunityFile community = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String title = fields.required("title", 200);
        Form form = addForm(community, line(community, home, viewer), typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return form.answer(
                    files.add(community.id(), home, title, content, desk.clerk(viewer)), path(community, home));
        }
    }

    private static Form addForm(CommunityFile file, HomeLine line, Map<String, String> typed) {
        return form("registry.home.file", "/files/new", file, line, typed)
                .required("title")
                .file("file");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/files/{file}")
    ModelAndView askSave(@PathVariable long id, @PathVariable int home, @PathVariable int file, Viewer viewer) {
        return saveForm(desk.file(id, viewer), home, file, Map.of(), viewer).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/files/{file}")
    @Nullable
    ModelAndView save(
            @PathVariable long id,
            @PathVariable int home,
            @PathVariable int file,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        CommunityFile community = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        if (!fields.isSound()) {
            return saveForm(community, home, file, typed, viewer).answer(fields.refused(), "");
        }
        HomeFile found = files.disclose(community.id(), home, file, reason, desk.clerk(viewer))
                .orElseThrow(NotFound::new);
        downloads.send(response, found.hash(), found.type(), found.title());
        return null;
    }

    private Form saveForm(CommunityFile file, int home, int number, Map<String, String> typed, Viewer viewer) {
        if (files.list(file.id(), home, desk.scope(viewer)).stream().noneMatch(found -> found.number() == number)) {
            throw new NotFound();
        }
        return form("registry.home.file.save", "/files/" + number, file, line(file, home, viewer), typed)
                .required("reason");
    }

    private static Form form(String text, String step, CommunityFile file, HomeLine line, Map<String, String> typed) {
        String path = path(file, line.homeNo());
        return new Form(
                        text,
                        file.base().name() + " " + line.building() + " " + line.unit() + "-" + line.room(),
                        path + step,
                        path,
                        typed)
                .help(text + ".help")
                .submit(text + ".submit");
    }

    private HomeLine line(CommunityFile file, int home, Viewer viewer) {
        return homes.find(file.id(), home, desk.today(), desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static String path(CommunityFile file, int home) {
        return Desk.href(file.id()) + "/homes/" + home;
    }
}
