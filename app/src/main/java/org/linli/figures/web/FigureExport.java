package org.linli.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.Figures;
import org.linli.figures.RowFilter;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.sheets.SheetWriter;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind a number as a sheet, its heads and words in the reader's language. */
@Controller
class FigureExport {

    private final Figures figures;
    private final FigureRequest requests;
    private final Frames frames;

    FigureExport(Figures figures, FigureRequest requests, Frames frames) {
        this.figures = figures;
        this.requests = requests;
        this.frames = frames;
    }

    @PublicPage
    @GetMapping("/figures/{code}/rows.xlsx")
    void export(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Figure figure = figures.find(code).orElseThrow(NotFound::new);
        Division place = requests.division(division)
                .filter(found -> figure.isToldFor(found.code()))
                .orElseThrow(NotFound::new);
        AsOf dates = requests.asOf(asOf, knownAt).orElseThrow(NotFound::new);
        Optional<LocalDate> other = since.isBlank()
                ? Optional.empty()
                : Optional.of(requests.pastDay(since).orElseThrow(NotFound::new));
        Texts texts = frames.texts(request);
        FigureRows rows = figure.rows(dates, place.code(), new RowFilter(part, text, other, "", Integer.MAX_VALUE));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + code + "-" + place.code() + "-" + dates.day() + ".xlsx\"");
        try (SheetWriter sheet = SheetWriter.xlsx(
                response.getOutputStream(),
                code,
                rows.columns().stream().map(column -> texts.t(column)).toList())) {
            for (FigureRows.Row row : rows.rows()) {
                sheet.row(row.cells().stream().map(cell -> texts.cell(cell)).toList());
            }
        }
    }
}
