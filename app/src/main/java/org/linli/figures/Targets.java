package org.linli.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Yearly targets, and what others published: both stand beside a figure and never enter it. */
@Service
public class Targets {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Targets(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The targets of a year around a division, in one question. */
    public Goals around(DivisionCode division, int year) {
        return new Goals(jdbc
                .sql("""
                select figure, division, basis_points from linli.figure_target
                where year = :year and (starts_with(:division, division) or starts_with(division, :division))
                """)
                .param("division", division.value())
                .param("year", year)
                .query((row, n) ->
                        new Goals.Goal(row.getString("figure"), row.getString("division"), row.getInt("basis_points")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Goals.Goal::figure)));
    }

    /** Sets or replaces a target. @param basisPoints 0 to 10,000 */
    @Transactional
    public void set(String figure, DivisionCode division, int year, int basisPoints, String by) {
        jdbc.sql("""
                insert into linli.figure_target (figure, division, year, basis_points, set_at, set_by)
                values (:figure, :division, :year, :points, :at, :by)
                on conflict (figure, division, year)
                do update set basis_points = excluded.basis_points, set_at = excluded.set_at, set_by = excluded.set_by
                """)
                .param("figure", figure)
                .param("division", division.value())
                .param("year", year)
                .param("points", basisPoints)
                .param("at", time.now().atOffset(java.time.ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Notes a value that was published elsewhere, word for word; noting it again changes nothing. */
    @Transactional
    public void note(String figure, DivisionCode division, Published published) {
        jdbc.sql("""
                insert into linli.published_figure
                    (figure, division, as_of, published_on, source, value_text)
                values (:figure, :division, :asOf, :publishedOn, :source, :text)
                on conflict do nothing
                """)
                .param("figure", figure)
                .param("division", division.value())
                .param("asOf", published.asOf())
                .param("publishedOn", published.publishedOn())
                .param("source", published.source())
                .param("text", published.text())
                .update();
    }

    public List<Published> published(String figure, DivisionCode division) {
        return jdbc.sql("""
                select as_of, published_on, source, value_text from linli.published_figure
                where figure = :figure and division = :division
                order by published_on desc, as_of desc
                """)
                .param("figure", figure)
                .param("division", division.value())
                .query((row, n) -> new Published(
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("published_on", LocalDate.class),
                        row.getString("source"),
                        row.getString("value_text")))
                .list();
    }

    /** @param asOf the day it spoke of @param publishedOn the day it appeared @param source where @param text the words */
    public record Published(LocalDate asOf, LocalDate publishedOn, String source, String text) {}
}
