package org.linli.decisions.drafting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.drafting.Batches;
import org.linli.decisions.drafting.VoteCalendar;
import org.linli.decisions.drafting.VoteDays;
import org.linli.decisions.drafting.VoteLine;
import org.linli.decisions.drafting.VoteSteps;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetWriter;
import org.linli.platform.web.Frames;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.registry.Fields;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of votes 表决日历: list, month, sheet, and the steps of a batch. */
@Controller
class VoteListController {

    private static final int MOST_ROWS = 10_000;

    private final VoteCalendar calendar;
    private final Batches batches;
    private final Divisions divisions;
    private final Organisers organisers;
    private final Frames frames;

    VoteListController(
            VoteCalendar calendar, Batches batches, Divisions divisions, Organisers organisers, Frames frames) {
        this.calendar = calendar;
        this.batches = batches;
        this.divisions = divisions;
        this.organisers = organisers;
        this.frames = frames;
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes")
    ModelAndView list(ListQuery query, Viewer viewer, HttpServletRequest request) {
        return page(query, viewer, List.of(), request);
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/batch-steps")
    ModelAndView batchStep(
            ListQuery query, @RequestParam Map<String, String> typed, Viewer viewer, HttpServletRequest request) {
        Fields fields = new Fields(typed);
        Batches.Step step = fields.requiredChoice("step", Batches.Step.class);
        @Nullable Long batch = query.batchNo();
        if (batch == null || !fields.isSound() || (step == Batches.Step.ACCEPT && !Organisers.mayReview(viewer))) {
            return Views.redirect("/desk/votes");
        }
        List<VoteSteps.Refused> refused = batches.step(
                batch, step, typed.getOrDefault("reason", ""), organisers.scope(viewer), Organisers.by(viewer));
        return refused.isEmpty() ? Views.redirect("/desk/votes?batch=" + batch) : page(query, viewer, refused, request);
    }

    private ModelAndView page(
            ListQuery query, Viewer viewer, List<VoteSteps.Refused> refused, HttpServletRequest request) {
        RowScope scope = organisers.scope(viewer);
        LocalDate today = organisers.today();
        @Nullable YearMonth month = query.isMonth() ? query.month(today) : null;
        VoteCalendar.Page found =
                month == null && !query.isOverdue() ? calendar.list(query.page(), scope) : unpaged(query, month, scope);
        @Nullable String queryString = request.getQueryString();
        return Views.of(
                "decisions/drafting/list",
                new ListPage(
                        query,
                        found.lines(),
                        places(found.lines()),
                        divisions(viewer),
                        found.total(),
                        found.next(),
                        today,
                        month,
                        month == null ? List.of() : days(found.lines(), month),
                        Organisers.mayOrganise(viewer),
                        Organisers.mayReview(viewer),
                        refused,
                        queryString == null ? "" : "?" + queryString));
    }

    private VoteCalendar.Page unpaged(ListQuery query, @Nullable YearMonth month, RowScope scope) {
        List<VoteLine> lines = month == null
                ? calendar.overdue(query.page(), scope)
                : calendar.between(query.page(), month.atDay(1), month.atEndOfMonth(), scope);
        return new VoteCalendar.Page(lines, "", lines.size());
    }

    private static List<ListPage.Day> days(List<VoteLine> lines, YearMonth month) {
        Map<LocalDate, List<ListPage.Event>> days = lines.stream()
                .flatMap(line -> Stream.of(VoteDays.Act.PUBLISH, VoteDays.Act.OPEN, VoteDays.Act.CLOSE)
                        .map(act -> new ListPage.Event(line, act)))
                .filter(event ->
                        day(event) != null && YearMonth.from(day(event)).equals(month))
                .collect(Collectors.groupingBy(VoteListController::day, TreeMap::new, Collectors.toList()));
        return days.entrySet().stream()
                .map(entry -> new ListPage.Day(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static LocalDate day(ListPage.Event event) {
        return Objects.requireNonNull(event.vote().days().span(event.act()).latest());
    }

    private List<Division> divisions(Viewer viewer) {
        return viewer.scope() instanceof Scope.OfDivision(DivisionCode division)
                ? divisions.listChildren(division)
                : List.of();
    }

    private Map<String, String> places(List<VoteLine> lines) {
        return divisions
                .fullNames(lines.stream()
                        .map(line -> new DivisionCode(line.division()))
                        .collect(Collectors.toSet()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes.xlsx")
    void sheet(ListQuery query, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Texts texts = frames.texts(request);
        RowScope scope = organisers.scope(viewer);
        List<VoteLine> lines = query.isOverdue()
                ? calendar.overdue(query.page(), scope)
                : calendar.list(query.filter(MOST_ROWS), scope).lines();
        Map<String, String> places = places(lines);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=votes-" + organisers.today() + ".xlsx");
        try (SheetWriter sheet = SheetWriter.xlsx(
                response.getOutputStream(),
                texts.t("decisions.calendar"),
                Stream.of(
                                "community",
                                "place",
                                "vote",
                                "title",
                                "items",
                                "state",
                                "next",
                                "earliest",
                                "latest",
                                "overdue")
                        .map(column -> texts.t("decisions.column." + column))
                        .toList())) {
            lines.forEach(line -> sheet.row(cells(line, places.getOrDefault(line.division(), ""), texts)));
        }
    }

    private List<?> cells(VoteLine line, String place, Texts texts) {
        VoteDays.@Nullable Span next = line.days().next();
        return Arrays.asList(
                line.community(),
                place,
                line.id().toString(),
                line.title(),
                line.items(),
                texts.of("decisions.state", line.days().state())
                        + (line.rehearsal() ? " " + texts.t("decisions.rehearsal") : ""),
                next == null ? "" : texts.of("decisions.act", next.act()),
                next == null ? null : next.earliest(),
                next == null ? null : next.latest(),
                line.isOverdue(organisers.today()) ? texts.t("decisions.overdue") : "");
    }
}
