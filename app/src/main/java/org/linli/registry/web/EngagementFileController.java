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
import org.linli.registry.Engagement;
import org.linli.registry.EngagementFile;
import org.linli.registry.EngagementFiles;
import org.linli.registry.Engagements;
import org.linli.registry.Fields;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The signed contract and its amendments: handed in, and read by those who keep the file. */
@Controller
class EngagementFileController {

    private final EngagementFiles files;
    private final Engagements engagements;
    private final Downloads downloads;
    private final Desk desk;

    EngagementFileController(EngagementFiles files, Engagements engagements, Downloads downloads, Desk desk) {
        this.files = files;
        this.engagements = engagements;
        this.downloads = downloads;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/engagements/{number}/files/new")
    ModelAndView ask(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return form(file, engagement(file, number, viewer), Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/engagements/{number}/files/new")
    ModelAndView add(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CommunityFile community = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String title = fields.required("title", 60);
        Form form = form(community, engagement(community, number, viewer), typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return form.answer(
                    files.add(community.id(), number, title, content, desk.clerk(viewer)),
                    Desk.href(community.id()) + "?tab=engagements");
        }
    }

    private Engagement engagement(CommunityFile file, int number, Viewer viewer) {
        return engagements.find(file.id(), number, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static Form form(CommunityFile file, Engagement engagement, Map<String, String> typed) {
        String path = Desk.href(file.id());
        return new Form(
                        "registry.engagement.file",
                        file.base().name() + " · " + engagement.companyName(),
                        path + "/engagements/" + engagement.number() + "/files/new",
                        path + "?tab=engagements",
                        typed)
                .help("registry.engagement.file.help")
                .submit("registry.engagement.file.submit")
                .required("title")
                .file("file");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY, Role.COMPANY, Role.PROJECT_MANAGER, Role.COMMITTEE, Role.PMC})
    @GetMapping("/registry/communities/{id}/engagements/{number}/files/{file}")
    void download(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int file,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        EngagementFile found = files.find(desk.community(id, viewer), number, file, desk.scope(viewer))
                .orElseThrow(NotFound::new);
        downloads.send(response, found.hash(), found.type(), found.title());
    }
}
