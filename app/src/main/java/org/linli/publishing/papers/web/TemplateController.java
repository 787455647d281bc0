package org.linli.publishing.papers.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.documents.Paper;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.publishing.papers.OfficialPapers;
import org.linli.publishing.papers.PaperFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 公文模板: the city looks at the templates, takes one home, puts its own in place, goes back. */
@Controller
class TemplateController implements MenuSource {

    private static final int BYTES_AT_MOST = 5_000_000;

    private final OfficialPapers papers;
    private final PaperFiles files;

    TemplateController(OfficialPapers papers, PaperFiles files) {
        this.papers = papers;
        this.files = files;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.role() == Role.CITY
                ? List.of(new MenuEntry(800, "publishing.templates", "/desk/paper-templates", 0))
                : List.of();
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY})
    @GetMapping("/desk/paper-templates")
    ModelAndView list() {
        return page(null, "");
    }

    private ModelAndView page(OfficialPapers.@Nullable Refused refused, String paper) {
        ModelAndView view = Views.of(
                "publishing/templates",
                new TemplatesPage(papers.list().stream().map(this::line).toList(), refused, paper));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private TemplatesPage.Line line(Paper paper) {
        int inForce = papers.inForce(paper).version();
        return new TemplatesPage.Line(
                paper.code(),
                inForce,
                papers.uses(paper, inForce),
                paper.placeholders().stream().filter(paper::isRequired).toList(),
                paper.placeholders().stream()
                        .filter(name -> !paper.isRequired(name))
                        .toList(),
                papers.versions(paper));
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY})
    @GetMapping("/desk/paper-templates/{paper}/{version}")
    ResponseEntity<byte[]> download(@PathVariable String paper, @PathVariable int version) {
        Paper found = find(paper);
        byte[] docx = papers.file(found, version).orElseThrow(NotFound::new);
        return files.send(docx, "docx", paper + "-" + version);
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY})
    @PostMapping("/desk/paper-templates/{paper}")
    ModelAndView put(
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Paper found = find(paper);
        byte[] docx = file == null ? new byte[0] : file.getInputStream().readNBytes(BYTES_AT_MOST + 1);
        return switch (papers.put(found, docx, note, viewer)) {
            case OfficialPapers.Done done -> Views.redirect("/desk/paper-templates");
            case OfficialPapers.Refused refused -> page(refused, paper);
        };
    }

    @Scoped(
            value = "list",
            roles = {Role.CITY})
    @PostMapping("/desk/paper-templates/{paper}/reversion")
    ModelAndView revert(@PathVariable String paper, @RequestParam(defaultValue = "") String note, Viewer viewer) {
        papers.revert(find(paper), note, viewer);
        return Views.redirect("/desk/paper-templates");
    }

    private Paper find(String code) {
        return papers.find(code).orElseThrow(NotFound::new);
    }
}
