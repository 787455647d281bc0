package org.linli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outlines of the counties, to place invented communities inside them. Positions are in 0.000001 degree. */
final class Outlines {

    private final Map<String, List<int[][]>> rings = new HashMap<>();

    Outlines() {
        try (InputStream file = Outlines.class.getResourceAsStream("/static/assets/outlines/3310.geojson")) {
            for (JsonNode feature : JsonMapper.shared().readTree(file).get("features")) {
                List<int[][]> outer = new ArrayList<>();
                for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
                    outer.add(ring(polygon.get(0)));
                }
                rings.put(feature.get("properties").get("code").asString(), outer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A point in the largest part of a county, near {@code near} when given (within 0.03 degree). */
    int[] point(String county, SplittableRandom random, int[] near) {
        int[][] ring = largest(parts(county));
        int[] box = box(ring);
        for (int tries = 0; tries < 10_000; tries++) {
            int x = near.length == 0 ? random.nextInt(box[0], box[2]) : near[0] + random.nextInt(-30_000, 30_001);
            int y = near.length == 0 ? random.nextInt(box[1], box[3]) : near[1] + random.nextInt(-22_000, 22_001);
            if (contains(ring, x, y)) {
                return new int[] {x, y};
            }
        }
        throw new IllegalStateException("no point found in " + county);
    }

    boolean contains(String county, int x, int y) {
        return parts(county).stream().anyMatch(ring -> contains(ring, x, y));
    }

    private List<int[][]> parts(String county) {
        return rings.getOrDefault(county, List.of());
    }

    private static boolean contains(int[][] ring, int x, int y) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            int[] a = ring[i];
            int[] b = ring[j];
            if ((a[1] > y) != (b[1] > y)) {
                long cross = (long) (b[0] - a[0]) * (y - a[1]) - (long) (x - a[0]) * (b[1] - a[1]);
                if ((cross > 0) == (b[1] > a[1])) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static int[][] ring(JsonNode points) {
        int[][] ring = new int[points.size()][];
        for (int i = 0; i < ring.length; i++) {
            ring[i] =
                    new int[] {micro(points.get(i).get(0)), micro(points.get(i).get(1))};
        }
        return ring;
    }

    private static int micro(JsonNode degrees) {
        return degrees.decimalValue().movePointRight(6).intValue();
    }

    private static int[][] largest(List<int[][]> parts) {
        int[][] best = parts.getFirst();
        for (int[][] part : parts) {
            if (extent(part) > extent(best)) {
                best = part;
            }
        }
        return best;
    }

    private static long extent(int[][] ring) {
        int[] box = box(ring);
        return (long) (box[2] - box[0]) * (box[3] - box[1]);
    }

    private static int[] box(int[][] ring) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int[] point : ring) {
            box[0] = Math.min(box[0], point[0]);
            box[1] = Math.min(box[1], point[1]);
            box[2] = Math.max(box[2], point[0]);
            box[3] = Math.max(box[3], point[1]);
        }
        return box;
    }
}
