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
import org.linli.registry.Companies;
import org.linli.registry.CompanyExits;
import org.linli.registry.CompanyFile;
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

/** A company leaves, with the paper that shows it; an exit that never was is withdrawn. */
@Controller
class CompanyExitController {

    private final Companies companies;
    private final CompanyExits exits;
    private final FiguresMoved figuresMoved;
    private final Downloads downloads;
    private final Desk desk;

    CompanyExitController(
            Companies companies, CompanyExits exits, FiguresMoved figuresMoved, Downloads downloads, Desk desk) {
        this.companies = companies;
        this.exits = exits;
        this.figuresMoved = figuresMoved;
        this.downloads = downloads;
        this.desk = desk;
    }

    /** Of the kinds of ends those of a company. */
    enum Kind {
        LEFT,
        CANCELLED
    }

    @Scoped(
            value = "company",
            roles = {Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/exit")
    ModelAndView ask(@PathVariable String code, Viewer viewer) {
        return form(last(code, viewer), Map.of("gone_from", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "company",
            roles = {Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/{code}/exit")
    ModelAndView leave(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CompanyFile company = last(code, viewer);
        Fields fields = new Fields(typed);
        Kind kind = fields.requiredChoice("ending_kind", Kind.class);
        LocalDate on = fields.requiredDate("gone_from");
        String reason = fields.required("reason", 200);
        Form form = form(company, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            Outcome outcome = exits.leave(
                    company.code(),
                    fields.number("version"),
                    Ending.Kind.valueOf(kind.name()),
                    on,
                    reason,
                    content,
                    desk.clerk(viewer));
            return form.answer(outcome, path(company));
        }
    }

    private static Form form(CompanyFile file, Map<String, String> typed) {
        return new Form("registry.company.exit", file.base().name(), path(file) + "/exit", path(file), typed)
                .help("registry.company.exit.help")
                .submit("registry.company.exit.submit")
                .choice("ending_kind", true, "registry.ending", Kind.values())
                .requiredDate("gone_from")
                .required("reason")
                .file("file")
                .hidden("version", file.version());
    }

    @Scoped(
            value = "company",
            roles = {Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/exit/withdrawal")
    ModelAndView askWithdrawal(@PathVariable String code, Viewer viewer) {
        return withdrawalForm(last(code, viewer), Map.of()).view();
    }

    @Scoped(
            value = "company",
            roles = {Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/{code}/exit/withdrawal")
    ModelAndView withdraw(@PathVariable String code, @RequestParam Map<String, String> typed, Viewer viewer) {
        CompanyFile file = last(code, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        Form form = withdrawalForm(file, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        Supplier<Outcome> act = () -> exits.withdraw(file.code(), fields.number("version"), reason, desk.clerk(viewer));
        return form.correct(act, figuresMoved, desk.moved(file.base().division()), path(file));
    }

    private static Form withdrawalForm(CompanyFile file, Map<String, String> typed) {
        return new Form(
                        "registry.end.withdrawal",
                        file.base().name(),
                        path(file) + "/exit/withdrawal",
                        path(file),
                        typed)
                .help("registry.end.withdrawal.help")
                .submit("registry.correction.preview")
                .required("reason")
                .hidden("version", file.version());
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/exits/{number}")
    void download(@PathVariable String code, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<Ending> found = exits.list(last(code, viewer).code());
        Ending ending =
                found.stream().filter(one -> one.number() == number).findFirst().orElseThrow(NotFound::new);
        downloads.send(response, ending.hash(), ending.type(), ending.kind() + "-" + ending.on());
    }

    private CompanyFile last(String code, Viewer viewer) {
        return companies
                .findLast(CompanyController.company(code))
                .filter(file -> companies.governs(file.base().division(), desk.scope(viewer)))
                .orElseThrow(NotFound::new);
    }

    private static String path(CompanyFile file) {
        return "/registry/companies/" + file.code();
    }
}
