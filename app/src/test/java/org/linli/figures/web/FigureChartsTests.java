package org.linli.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.Figures;
import org.linli.platform.ids.DivisionCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A map is drawn only of the city whose outlines are at hand. */
@LinliTest
class FigureChartsTests {

    private static final AsOf DAY = AsOf.day(LocalDate.of(2023, 11, 2));

    @Autowired
    FigureCharts charts;

    @Autowired
    Figures figures;

    @Test
    void drawsTheCityWithItsOwnOutlines() {
        Division taizhou = new Division(new DivisionCode("3310"), "台州市");

        MapView map = Objects.requireNonNull(charts.map(coverage(), DAY, taizhou));

        assertThat(map.outlines()).isEqualTo("assets/outlines/3310.geojson");
        assertThat(map.values()).contains("\"331002\"").contains("\"331083\"");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"3301, 杭州市", "9801, 试验市", "331002, 椒江区", "33, 浙江省"})
    void drawsNoOther(String code, String name) {
        assertThat(charts.map(coverage(), DAY, new Division(new DivisionCode(code), name)))
                .isNull();
    }

    private Figure coverage() {
        return figures.find("professional-coverage").orElseThrow();
    }
}
