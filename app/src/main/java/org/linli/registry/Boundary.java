package org.linli.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The boundary of a community: a GeoJSON polygon, its outline first and its holes behind.
 *
 * @param rings each closed, of at least four points
 */
public record Boundary(List<List<Point>> rings) {

    /** In 0.000001 degree. */
    public record Point(int longitudeE6, int latitudeE6) {}

    static final int MOST_POINTS = 500;

    private static final int FEWEST_POINTS = 4;
    private static final int BOX = 1000;
    private static final BigDecimal MOST_DEGREES = BigDecimal.valueOf(180);
    private static final int MICRO_DIGITS = 6;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public Boundary {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /** The boundary that was typed, in its one form; what is wrong with it is gathered in the fields. */
    static @Nullable String read(Fields fields, String field) {
        String typed = fields.typed().getOrDefault(field, "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        Optional<Boundary> read = parse(typed);
        if (read.isEmpty()) {
            fields.refuse(field, "boundary-json");
            return null;
        }
        Optional<String> problem = read.get().problem();
        if (problem.isPresent()) {
            fields.refuse(field, problem.get(), MOST_POINTS);
            return null;
        }
        return read.get().toString();
    }

    /** A polygon of numbers, be it closed or not; empty for anything else. */
    public static Optional<Boundary> parse(String text) {
        try {
            JsonNode polygon = JSON.readTree(text);
            JsonNode rings = polygon.path("coordinates");
            if (!polygon.path("type").asString("").equals("Polygon") || !rings.isArray() || rings.isEmpty()) {
                return Optional.empty();
            }
            List<List<Point>> read = new ArrayList<>();
            for (JsonNode ring : rings) {
                List<Point> points = new ArrayList<>();
                for (JsonNode point : ring) {
                    points.add(new Point(micro(point.path(0)), micro(point.path(1))));
                }
                read.add(points);
            }
            return Optional.of(new Boundary(read));
        } catch (JacksonException | ArithmeticException | NotANumber e) {
            return Optional.empty();
        }
    }

    private static final class NotANumber extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static int micro(JsonNode degrees) {
        if (!degrees.isNumber()) {
            throw new NotANumber();
        }
        BigDecimal value = degrees.decimalValue();
        if (value.abs().compareTo(MOST_DEGREES) > 0) {
            throw new NotANumber(); // before it is written out: a few signs may mean millions of digits
        }
        return value.movePointRight(MICRO_DIGITS)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .intValueExact();
    }

    private Optional<String> problem() {
        if (rings.stream().mapToInt(List::size).sum() > MOST_POINTS) {
            return Optional.of("boundary-points");
        }
        if (rings.stream()
                .anyMatch(
                        ring -> ring.size() < FEWEST_POINTS || !ring.getFirst().equals(ring.getLast()))) {
            return Optional.of("boundary-open");
        }
        return rings.stream().flatMap(List::stream).allMatch(Boundary::isInChina)
                ? Optional.empty()
                : Optional.of("boundary-outside");
    }

    private static boolean isInChina(Point point) {
        return point.longitudeE6 >= 73_000_000
                && point.longitudeE6 <= 136_000_000
                && point.latitudeE6 >= 3_000_000
                && point.latitudeE6 <= 54_000_000;
    }

    /** Its one form as GeoJSON. */
    @Override
    public String toString() {
        return rings.stream()
                .map(ring -> ring.stream()
                        .map(point -> "[" + degrees(point.longitudeE6) + "," + degrees(point.latitudeE6) + "]")
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[", "]}"));
    }

    private static String degrees(int micro) {
        return BigDecimal.valueOf(micro, MICRO_DIGITS).toPlainString();
    }

    /** In a few signs: how many points, and the first of them. */
    public String summary() {
        Point first = rings.getFirst().getFirst();
        int points = rings.stream().mapToInt(List::size).sum();
        return "⬠ " + points + " · " + degrees(first.longitudeE6) + ", " + degrees(first.latitudeE6);
    }

    /** The outline for a drawing of 1000 by 1000, north up; a degree of longitude is as short as it is at its latitude. */
    public String path() {
        List<Point> all = rings.stream().flatMap(List::stream).toList();
        int west = all.stream().mapToInt(Point::longitudeE6).min().orElseThrow();
        int east = all.stream().mapToInt(Point::longitudeE6).max().orElseThrow();
        int south = all.stream().mapToInt(Point::latitudeE6).min().orElseThrow();
        int north = all.stream().mapToInt(Point::latitudeE6).max().orElseThrow();
        double narrow = Math.cos(Math.toRadians((south + north) / 2_000_000.0));
        double side = Math.max(1, Math.max((east - west) * narrow, north - south));
        return rings.stream()
                .map(ring -> ring.stream()
                        .map(point -> Math.round((point.longitudeE6 - west) * narrow * BOX / side) + " "
                                + Math.round((north - point.latitudeE6) * BOX / side))
                        .collect(Collectors.joining(" L", "M", " Z")))
                .collect(Collectors.joining(" "));
    }
}
