package org.linli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.platform.ids.DivisionLevel;

/**
 * A synthetic division tree of a country's size, the same every time: 31 provinces, 341 cities, 2,728 counties, 40,920
 * streets and as many neighbourhoods as make 620,000 in all. No code begins with 33, whose divisions are real.
 */
final class DivisionTree {

    static final long ROWS = 620_000;

    private static final int PROVINCES = 31;
    private static final int FIRST_PROVINCE = 34;
    private static final int CITIES = 11;
    private static final int COUNTIES = 8;
    private static final int STREETS = 15;
    private static final String SYLLABLES = "东西南北中山河江海湖平安永宁白云金石新和光明长青龙凤桥塘";

    private final Writer out;
    private long rows;
    private long neighbourhoods;

    private DivisionTree(Writer out) {
        this.out = out;
    }

    /** Writes the columns {@code code,name,parent,level}. @return number of divisions */
    static long write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("code,name,parent,level\n");
            DivisionTree tree = new DivisionTree(out);
            for (int province = 0; province < PROVINCES; province++) {
                tree.province(Integer.toString(FIRST_PROVINCE + province));
            }
            return tree.rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void province(String code) throws IOException {
        row(code, "省", "", DivisionLevel.PROVINCE);
        for (int city = 1; city <= CITIES; city++) {
            city(code + "%02d".formatted(city), code);
        }
    }

    private void city(String code, String parent) throws IOException {
        row(code, "市", parent, DivisionLevel.CITY);
        for (int county = 1; county <= COUNTIES; county++) {
            county(code + "%02d".formatted(county), code);
        }
    }

    private void county(String code, String parent) throws IOException {
        row(code, "县", parent, DivisionLevel.COUNTY);
        for (int street = 1; street <= STREETS; street++) {
            street(code + "%03d".formatted(street), code);
        }
    }

    private void street(String code, String parent) throws IOException {
        row(code, "街道", parent, DivisionLevel.STREET);
        int here = neighbourhoodsOfAStreet();
        for (int one = 1; one <= here; one++) {
            row(code + "%03d".formatted(one), "社区", code, DivisionLevel.NEIGHBOURHOOD);
        }
        neighbourhoods += here;
    }

    /** Spreads what is left of the whole evenly: 14 to a street, and one more in the first ones. */
    private int neighbourhoodsOfAStreet() {
        int cities = PROVINCES * CITIES;
        int counties = cities * COUNTIES;
        int streets = counties * STREETS;
        long wanted = ROWS - PROVINCES - cities - counties - streets;
        long more = wanted % streets;
        long usual = wanted / streets;
        return (int) (neighbourhoods < more * (usual + 1) ? usual + 1 : usual);
    }

    private void row(String code, String kind, String parent, DivisionLevel level) throws IOException {
        out.write(code + "," + name(rows) + kind + "," + parent + "," + level + "\n");
        rows++;
    }

    private static String name(long number) {
        int all = SYLLABLES.length();
        return "" + SYLLABLES.charAt((int) (number % all)) + SYLLABLES.charAt((int) (number / all % all));
    }
}
