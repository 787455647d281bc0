package org.linli.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sections.PageSections;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.registry.Boundary;
import org.linli.registry.Committees;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityDuplicates;
import org.linli.registry.CommunityEnds;
import org.linli.registry.CommunityFile;
import org.linli.registry.Ending;
import org.linli.registry.Engagement;
import org.linli.registry.EngagementFiles;
import org.linli.registry.Engagements;
import org.linli.registry.Fields;
import org.linli.registry.HistoryEntry;
import org.linli.registry.HomeHistories;
import org.linli.registry.HomeLine;
import org.linli.registry.HomeWithdrawals;
import org.linli.registry.Homes;
import org.linli.registry.PreparatorySteps;
import org.linli.registry.Specialists;
import org.linli.registry.city.CommunityDay;
import org.linli.rules.registry.BaseField;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one file of a community: read on any day, and verified. */
@Controller
class CommunityController {

    private static final int HOMES = 50;
    private static final Map<String, BaseField> MANDATORY = Map.of(
            "division_code", BaseField.RESIDENTS_COMMITTEE,
            "address", BaseField.ADDRESS,
            "type", BaseField.TYPE,
            "year_built", BaseField.YEAR_BUILT,
            "gfa_dm2", BaseField.GFA,
            "buildings", BaseField.BUILDINGS,
            "households", BaseField.HOUSEHOLDS);

    private final Communities communities;
    private final Engagements engagements;
    private final EngagementFiles files;
    private final Homes homes;
    private final HomeHistories homeHistories;
    private final HomeWithdrawals homeWithdrawals;
    private final Committees committees;
    private final PreparatorySteps preparations;
    private final Specialists specialists;
    private final CommunityEnds ends;
    private final CommunityDuplicates duplicates;
    private final Divisions divisions;
    private final List<PageSections> sections;
    private final Frames frames;
    private final Desk desk;

    CommunityController(
            Communities communities,
            Engagements engagements,
            EngagementFiles files,
            Homes homes,
            HomeHistories homeHistories,
            HomeWithdrawals homeWithdrawals,
            Committees committees,
            PreparatorySteps preparations,
            Specialists specialists,
            CommunityEnds ends,
            CommunityDuplicates duplicates,
            Divisions divisions,
            List<PageSections> sections,
            Frames frames,
            Desk desk) {
        this.communities = communities;
        this.engagements = engagements;
        this.files = files;
        this.homes = homes;
        this.homeHistories = homeHistories;
        this.homeWithdrawals = homeWithdrawals;
        this.committees = committees;
        this.preparations = preparations;
        this.specialists = specialists;
        this.ends = ends;
        this.duplicates = duplicates;
        this.divisions = divisions;
        this.sections = sections;
        this.frames = frames;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
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
    @GetMapping("/registry/communities/{id}")
    ModelAndView file(
            @PathVariable long id,
            @RequestParam(defaultValue = "file") String tab,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "0") int building,
            @RequestParam(defaultValue = "0") int after,
            Viewer viewer,
            HttpServletRequest request) {
        Optional<CommunityId> kept = keptFor(id, viewer);
        if (kept.isPresent()) {
            return Views.redirect(Desk.href(kept.get()));
        }
        CommunityId community = desk.community(id, viewer);
        RowScope scope = desk.scope(viewer);
        AsOf asked = desk.asOf(asOf, knownAt);
        Optional<CommunityFile> found = communities.find(community, asked, scope);
        CommunityFile file = found.or(() -> communities.find(community, AsOf.day(desk.today()), scope))
                .or(() -> communities.findLast(community, scope))
                .orElseThrow(NotFound::new);
        Optional<Ending> ending = ending(file, scope);
        boolean there = ending.map(Ending::on)
                .filter(gone -> !gone.isAfter(desk.today()))
                .isEmpty();
        boolean seesOwners = Desk.mayWrite(viewer);
        LocalDate day = asked.day();
        List<HomeLine> listed = tab.equals("homes") && seesOwners
                ? homes.list(community, day, building, after, HOMES + 1, scope)
                : List.of();
        List<Engagement> all = engagements.list(community, asked, scope);
        return Views.of(
                "registry/community",
                new CommunityPage(
                        file,
                        divisions.fullName(file.base().division()),
                        tab,
                        day,
                        desk.today(),
                        found.isEmpty() && ending.isEmpty(),
                        Desk.mayWrite(viewer) && there,
                        Desk.mayWrite(viewer),
                        seesOwners,
                        file.day().stream()
                                .flatMap(known -> known.missing().stream().sorted())
                                .toList(),
                        facts(file),
                        all.stream()
                                .filter(engagement -> engagement.isInForce(day))
                                .findFirst(),
                        tab.equals("homes") && seesOwners ? homes.buildings(community, day, scope) : List.of(),
                        building,
                        listed.stream().limit(HOMES).toList(),
                        listed.size() > HOMES ? listed.get(HOMES - 1).homeNo() : 0,
                        tab.equals("engagements") ? all : List.of(),
                        tab.equals("engagements") && seesFiles(viewer) ? files.list(community, scope) : List.of(),
                        tab.equals("committees") ? committees.list(community, scope) : List.of(),
                        tab.equals("committees") ? preparations.list(community, scope) : List.of(),
                        tab.equals("committees") ? specialists.list(community, scope) : List.of(),
                        tab.equals("history") ? history(community, scope) : List.of(),
                        there ? sections(community, viewer, scope, frames.texts(request)) : List.of(),
                        ending,
                        viewer.role().isDepartment(),
                        duplicates.droppedFor(community)));
    }

    /** Where the file of a dropped record went, as far as the viewer may follow. */
    private Optional<CommunityId> keptFor(long id, Viewer viewer) {
        return id <= 0
                ? Optional.empty()
                : duplicates
                        .keptFor(new CommunityId(id))
                        .filter(kept -> communities.isWithin(kept, desk.scope(viewer)));
    }

    /** The act by which it ended or will end, while that is held for true. */
    private Optional<Ending> ending(CommunityFile file, RowScope scope) {
        return communities
                .findLast(file.id(), scope)
                .filter(last -> last.validTo() != null)
                .flatMap(last -> ends.list(file.id(), scope).stream().findFirst());
    }

    private List<PageSections.Section> sections(CommunityId id, Viewer viewer, RowScope scope, Texts texts) {
        return sections.stream()
                .flatMap(source -> source.ofFile(id, viewer, scope, texts).stream())
                .toList();
    }

    /** A contract is for its parties and those who file it. */
    private static boolean seesFiles(Viewer viewer) {
        return viewer.role() != Role.COMMUNITY_WORKER && viewer.role() != Role.SPECIALIST;
    }

    private List<HistoryEntry> history(CommunityId id, RowScope scope) {
        List<HistoryEntry> entries = new ArrayList<>(communities.history(id, scope));
        entries.addAll(engagements.history(id, scope));
        entries.addAll(committees.history(id, scope));
        entries.addAll(specialists.history(id, scope));
        entries.addAll(homeHistories.buildings(id, scope));
        entries.addAll(homeWithdrawals.history(id, scope));
        entries.addAll(duplicates.history(id));
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    private List<CommunityPage.Fact> facts(CommunityFile file) {
        Map<String, String> typed = file.base().typed();
        Set<BaseField> missing = file.day().map(CommunityDay::missing).orElse(Set.of());
        return CommunityBase.FIELDS.stream()
                .map(field -> new CommunityPage.Fact(
                        field,
                        shown(field, typed.get(field)),
                        MANDATORY.containsKey(field) && missing.contains(MANDATORY.get(field))))
                .collect(Collectors.toList());
    }

    private @org.jspecify.annotations.Nullable String shown(
            String field, @org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (field) {
            case "type" -> "~community-type." + text;
            case "datum" -> "~registry.datum." + text;
            case "boundary" -> Boundary.parse(text).map(Boundary::summary).orElse(text);
            case "committee_standing" -> "~committee-standing." + text;
            case "division_code" -> desk.named(desk.division(text));
            default -> text;
        };
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/verification")
    ModelAndView askVerification(@PathVariable long id, Viewer viewer) {
        return verificationForm(desk.file(id, viewer), Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/verification")
    ModelAndView verify(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        return verificationForm(file, typed)
                .answer(
                        fields.isSound()
                                ? communities.verify(file.id(), fields.number("version"), reason, desk.clerk(viewer))
                                : fields.refused(),
                        Desk.href(file.id()));
    }

    private static Form verificationForm(CommunityFile file, Map<String, String> typed) {
        String path = Desk.href(file.id());
        return new Form("registry.verification.title", file.base().name(), path + "/verification", path, typed)
                .help("registry.verification.help")
                .submit("registry.verification.submit")
                .required("reason")
                .hidden("version", file.version());
    }
}
