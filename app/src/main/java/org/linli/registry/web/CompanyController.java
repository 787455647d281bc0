package org.linli.registry.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Companies;
import org.linli.registry.CompanyBase;
import org.linli.registry.CompanyCodes;
import org.linli.registry.CompanyExits;
import org.linli.registry.CompanyFile;
import org.linli.registry.Ending;
import org.linli.registry.Fields;
import org.linli.registry.FiguresMoved;
import org.linli.registry.HistoryEntry;
import org.linli.registry.Outcome;
import org.linli.rules.codes.CreditCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of companies and the one file of each. A company sees its own file and no other. */
@Controller
class CompanyController {

    private static final int PAGE = 50;

    private final Companies companies;
    private final CompanyCodes codes;
    private final CompanyExits exits;
    private final FiguresMoved figuresMoved;
    private final Divisions divisions;
    private final Suggested suggested;
    private final Desk desk;

    CompanyController(
            Companies companies,
            CompanyCodes codes,
            CompanyExits exits,
            FiguresMoved figuresMoved,
            Divisions divisions,
            Suggested suggested,
            Desk desk) {
        this.companies = companies;
        this.codes = codes;
        this.exits = exits;
        this.figuresMoved = figuresMoved;
        this.divisions = divisions;
        this.suggested = suggested;
        this.desk = desk;
    }

    @Scoped(
            value = "list",
            roles = {
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.COMMUNITY_WORKER,
                Role.SPECIALIST,
                Role.COMPANY,
                Role.PROJECT_MANAGER,
                Role.COMMITTEE,
                Role.PMC
            })
    @GetMapping("/registry/companies")
    ModelAndView list(
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer) {
        List<Companies.Line> found =
                companies.list(desk.today(), desk.division(division), text, !left.isEmpty(), after, PAGE + 1);
        List<Companies.Line> lines = found.stream().limit(PAGE).toList();
        return Views.of(
                "registry/companies",
                new CompaniesPage(
                        division,
                        text,
                        !left.isEmpty(),
                        divisions.listChildren(desk.division("")),
                        lines,
                        found.size() > PAGE ? lines.getLast().code().value() : "",
                        Desk.mayWrite(viewer)));
    }

    @Scoped(
            value = "company",
            roles = {
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.COMMUNITY_WORKER,
                Role.SPECIALIST,
                Role.COMPANY,
                Role.PROJECT_MANAGER,
                Role.COMMITTEE,
                Role.PMC
            })
    @GetMapping("/registry/companies/{code}")
    ModelAndView file(@PathVariable String code, @RequestParam(defaultValue = "") String asOf, Viewer viewer) {
        CompanyCode company = company(code);
        LocalDate day = desk.day(asOf);
        CompanyFile file = companies
                .find(company, AsOf.day(day))
                .or(() -> companies.find(company, AsOf.day(desk.today())))
                .or(() -> companies.findLast(company))
                .orElseThrow(NotFound::new);
        boolean own = !(viewer.scope() instanceof Scope.OfCompany(CompanyCode mine)) || mine.equals(company);
        if (!own) {
            throw new NotFound();
        }
        boolean mayWrite =
                Desk.mayWrite(viewer) && companies.governs(file.base().division(), desk.scope(viewer));
        return Views.of(
                "registry/company",
                new CompanyPage(
                        file,
                        divisions.fullName(file.base().division()),
                        day,
                        desk.today(),
                        mayWrite,
                        CompanyBase.FIELDS.stream()
                                .filter(field -> !field.equals("contact_phone") || mayWrite)
                                .map(field -> new CommunityPage.Fact(field, shown(file.base(), field), false))
                                .toList(),
                        companies.projects(company, day, desk.scope(viewer)),
                        companies.countProjects(company, day),
                        mayWrite ? codes.list(company) : List.of(),
                        viewer,
                        exit(company),
                        mayWrite ? history(company) : List.of()));
    }

    private @Nullable String shown(CompanyBase base, String field) {
        return field.equals("division_code")
                ? desk.named(base.division())
                : base.typed().get(field);
    }

    /** The act by which it left or will leave, while that is held for true. */
    private Optional<Ending> exit(CompanyCode code) {
        return companies
                .findLast(code)
                .filter(last -> last.validTo() != null)
                .flatMap(last -> exits.list(code).stream().findFirst());
    }

    private List<HistoryEntry> history(CompanyCode code) {
        List<HistoryEntry> entries = new ArrayList<>(companies.history(code));
        entries.addAll(codes.history(code));
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/new")
    ModelAndView askNew(Viewer viewer) {
        return newForm(Map.of("filed_on", desk.today().toString()), viewer).view();
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/new")
    ModelAndView register(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Fields fields = new Fields(typed);
        String code = CreditCode.normalise(fields.required("company_code", 40));
        CompanyBase base = CompanyBase.read(fields, divisions);
        // A note is typed only where the form has asked for it, together with the certificate.
        String note = Companies.mayBeShown(code) ? fields.text("override_note", 200) : null;
        String reason = fields.required("reason", 200);
        if (!fields.isSound()) {
            return newForm(typed, viewer).answer(fields.refused(), "");
        }
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            Outcome outcome = note == null
                    ? companies.register(code, base, reason, desk.clerk(viewer))
                    : codes.register(code, base, note, content, reason, desk.clerk(viewer));
            return newForm(typed, viewer).answer(outcome, "/registry/companies/" + code);
        }
    }

    /** A code that fails its check is asked for its certificate. */
    private Form newForm(Map<String, String> typed, Viewer viewer) {
        Form form = new Form("registry.company.new", "", "/registry/companies/new", "/registry/companies", typed)
                .required("company_code");
        if (Companies.mayBeShown(CreditCode.normalise(typed.getOrDefault("company_code", "")))) {
            form.text("override_note").optionalFile("file");
        }
        return CommunityForms.company(form, () -> suggested.counties(viewer), true)
                .required("reason");
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/companies/{code}/{step:change|correction}")
    ModelAndView ask(
            @PathVariable String code,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String asOf,
            Viewer viewer) {
        CompanyFile file = writable(code, viewer);
        CompanyFile shown = step.equals("correction")
                ? companies.find(file.code(), AsOf.day(desk.day(asOf))).orElse(file)
                : file;
        return form(step, shown, CommunityForms.with(shown.base().typed(), "from", desk.today()), viewer)
                .view();
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/{code}/change")
    ModelAndView change(@PathVariable String code, @RequestParam Map<String, String> typed, Viewer viewer) {
        CompanyFile file = writable(code, viewer);
        Fields fields = new Fields(typed);
        CompanyBase base = CompanyBase.read(fields, divisions);
        LocalDate from = fields.requiredDate("from");
        String reason = fields.required("reason", 200);
        return form("change", file, typed, viewer)
                .answer(
                        fields.isSound()
                                ? companies.change(
                                        file.code(), fields.number("version"), base, from, reason, desk.clerk(viewer))
                                : fields.refused(),
                        "/registry/companies/" + file.code());
    }

    @Scoped(
            value = "company",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/companies/{code}/correction")
    ModelAndView correct(@PathVariable String code, @RequestParam Map<String, String> typed, Viewer viewer) {
        CompanyFile file = writable(code, viewer);
        Fields fields = new Fields(typed);
        CompanyBase base = CompanyBase.read(fields, divisions);
        String reason = fields.required("reason", 200);
        // The row that the form showed, which may be a past one; a form that was overtaken goes on with today's.
        CompanyFile shown = fields.number("version") == file.version()
                ? companies.findVersion(file.code(), fields.number("row")).orElse(file)
                : file;
        Form form = form("correction", shown, typed, viewer);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        java.util.function.Supplier<Outcome> act = () -> companies.correct(
                file.code(), fields.number("version"), fields.number("row"), base, reason, desk.clerk(viewer));
        return form.correct(
                act,
                figuresMoved,
                desk.moved(shown.base().division(), base.division()),
                "/registry/companies/" + file.code());
    }

    private Form form(String step, CompanyFile file, Map<String, String> typed, Viewer viewer) {
        String path = "/registry/companies/" + file.code();
        boolean change = step.equals("change");
        Form form = new Form("registry." + step + ".title", file.base().name(), path + "/" + step, path, typed)
                .help("registry." + step + ".help")
                .submit(change ? "registry.change.submit" : "registry.correction.preview")
                .hidden("version", file.version())
                .hidden("row", file.rowVersion());
        if (change) {
            form.requiredDate("from");
        }
        return CommunityForms.company(form.required("reason"), () -> suggested.counties(viewer), false);
    }

    private CompanyFile writable(String code, Viewer viewer) {
        return companies
                .find(company(code), AsOf.day(desk.today()))
                .filter(file -> companies.governs(file.base().division(), desk.scope(viewer)))
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound for what cannot be a company's code */
    static CompanyCode company(String code) {
        if (code.length() != 18) {
            throw new NotFound();
        }
        return new CompanyCode(code);
    }
}
