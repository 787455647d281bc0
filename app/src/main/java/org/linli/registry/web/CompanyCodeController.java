package org.linli.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.Companies;
import org.linli.registry.CompanyCodeAct;
import org.linli.registry.CompanyCodes;
import org.linli.registry.CompanyFile;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The certificate behind a credit code that fails its check: handed in, looked at, confirmed or refused by a second person. */
@Controller
class CompanyCodeController {

    private final Companies companies;
    private final CompanyCodes codes;
    private final Downloads downloads;
    private final Desk desk;

    CompanyCodeController(Companies companies, CompanyCodes codes, Downloads downloads, Desk desk) {
        this.companies = companies;
        this.codes = codes;
        this.downloads = downloads;
        this.desk = desk;
    }

    /** What the second person found. */
    enum Decision {
        RIGHT,
        WRONG
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/certificate")
    ModelAndView askScan(@PathVariable String code, Viewer viewer) {
        return scanForm(writable(code, viewer), Map.of()).view();
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/{code}/certificate")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CompanyFile company = writable(code, viewer);
        Fields fields = new Fields(typed);
        String note = fields.required("override_note", 200);
        Form form = scanForm(company, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return answer(form, codes.show(company.code(), note, content, desk.clerk(viewer)), company);
        }
    }

    private static Form scanForm(CompanyFile file, Map<String, String> typed) {
        return form("registry.code.certificate", "/certificate", file, typed)
                .required("override_note")
                .file("file");
    }

    @Scoped(
            value = "company",
            roles = {Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/code-decision")
    ModelAndView askDecision(@PathVariable String code, Viewer viewer) {
        return decisionForm(writable(code, viewer), Map.of()).view();
    }

    @Scoped(
            value = "company",
            roles = {Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/{code}/code-decision")
    ModelAndView decide(@PathVariable String code, @RequestParam Map<String, String> typed, Viewer viewer) {
        CompanyFile company = writable(code, viewer);
        Fields fields = new Fields(typed);
        Decision decision = fields.requiredChoice("code_decision", Decision.class);
        String note = fields.required("note", 200);
        Form form = decisionForm(company, typed);
        return fields.isSound()
                ? answer(
                        form,
                        codes.decide(
                                company.code(),
                                fields.number("act"),
                                decision == Decision.RIGHT,
                                note,
                                desk.clerk(viewer)),
                        company)
                : form.answer(fields.refused(), "");
    }

    private Form decisionForm(CompanyFile file, Map<String, String> typed) {
        List<CompanyCodeAct> acts = codes.list(file.code());
        Form form = form("registry.code.decision", "/code-decision", file, typed)
                .choice("code_decision", true, "registry.code-decision", Decision.values())
                .required("note")
                .hidden(
                        "act",
                        acts.stream().findFirst().map(CompanyCodeAct::number).orElse(0));
        CompanyCodeAct.certificate(acts)
                .ifPresent(shown -> form.paper("registry.code.scan", path(file) + "/certificates/" + shown.number()));
        return form;
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/certificates/{number}")
    void download(@PathVariable String code, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        CompanyFile company = writable(code, viewer);
        CompanyCodeAct.Scan scan =
                codes.disclose(company.code(), number, viewer).orElseThrow(NotFound::new);
        downloads.send(response, scan.hash(), scan.type(), company.code().value());
    }

    private static Form form(String text, String step, CompanyFile file, Map<String, String> typed) {
        String path = path(file);
        return new Form(text, file.base().name() + " " + file.code(), path + step, path, typed)
                .help(text + ".help")
                .submit(text + ".submit");
    }

    private CompanyFile writable(String code, Viewer viewer) {
        return companies
                .find(CompanyController.company(code), AsOf.day(desk.today()))
                .filter(found -> companies.governs(found.base().division(), desk.scope(viewer)))
                .orElseThrow(NotFound::new);
    }

    private static ModelAndView answer(Form form, Outcome outcome, CompanyFile file) {
        return form.answer(outcome, path(file));
    }

    private static String path(CompanyFile file) {
        return "/registry/companies/" + file.code();
    }
}
