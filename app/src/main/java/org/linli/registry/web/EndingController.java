package org.linli.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.Communities;
import org.linli.registry.CommunityEnds;
import org.linli.registry.CommunityFile;
import org.linli.registry.Ending;
import org.linli.registry.Fields;
import org.linli.registry.FiguresMoved;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A community ends, with the paper that shows it; an end that never was is withdrawn. */
@Controller
class EndingController {

    private final Communities communities;
    private final CommunityEnds ends;
    private final FiguresMoved figuresMoved;
    private final Downloads downloads;
    private final Desk desk;

    EndingController(
            Communities communities, CommunityEnds ends, FiguresMoved figuresMoved, Downloads downloads, Desk desk) {
        this.communities = communities;
        this.ends = ends;
        this.figuresMoved = figuresMoved;
        this.downloads = downloads;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/end")
    ModelAndView ask(@PathVariable long id, Viewer viewer) {
        return form(last(id, viewer), Map.of("gone_from", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/end")
    ModelAndView end(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CommunityFile community = last(id, viewer);
        Fields fields = new Fields(typed);
        LocalDate on = fields.requiredDate("gone_from");
        String into = fields.text("into_code", 20);
        String reason = fields.required("reason", 200);
        Form form = form(community, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return form.answer(
                    ends.end(community.id(), fields.number("version"), on, into, reason, content, desk.clerk(viewer)),
                    Desk.href(community.id()));
        }
    }

    private static Form form(CommunityFile file, Map<String, String> typed) {
        String path = Desk.href(file.id());
        return new Form("registry.community.end", file.base().name(), path + "/end", path, typed)
                .help("registry.community.end.help")
                .submit("registry.community.end.submit")
                .requiredDate("gone_from")
                .text("into_code")
                .required("reason")
                .file("file")
                .hidden("version", file.version());
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/end/withdrawal")
    ModelAndView askWithdrawal(@PathVariable long id, Viewer viewer) {
        return withdrawalForm(last(id, viewer), Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/end/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = last(id, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        Form form = withdrawalForm(file, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        Supplier<Outcome> act = () -> ends.withdraw(file.id(), fields.number("version"), reason, desk.clerk(viewer));
        return form.correct(act, figuresMoved, desk.moved(file.base().division()), Desk.href(file.id()));
    }

    private static Form withdrawalForm(CommunityFile file, Map<String, String> typed) {
        String path = Desk.href(file.id());
        return new Form("registry.end.withdrawal", file.base().name(), path + "/end/withdrawal", path, typed)
                .help("registry.end.withdrawal.help")
                .submit("registry.correction.preview")
                .required("reason")
                .hidden("version", file.version());
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/ends/{number}")
    void download(@PathVariable long id, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<Ending> found = ends.list(desk.community(id, viewer), desk.scope(viewer));
        Ending ending =
                found.stream().filter(one -> one.number() == number).findFirst().orElseThrow(NotFound::new);
        downloads.send(response, ending.hash(), ending.type(), ending.kind() + "-" + ending.on());
    }

    private CommunityFile last(long id, Viewer viewer) {
        return communities
                .findLast(desk.community(id, viewer), desk.scope(viewer))
                .orElseThrow(NotFound::new);
    }
}
