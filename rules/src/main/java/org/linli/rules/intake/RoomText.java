package org.linli.rules.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a home is, as people write it: {@code 3-2-501}, {@code 3幢2单元501室}, {@code 三幢二单元五〇一}, {@code 2单元501}, {@code 3 501}, {@code 501}. A
 * part without its word may be more than one thing, so that there is more than one reading; so may a numeral in words, since 一幢 may be
 * the very name of a building.
 *
 * <p>Source: own reading of what clerks and owners type [D].
 *
 * @param building without its word, empty when not said
 * @param unit the stairwell without its word, empty when not said
 * @param room without its word, empty when not said
 */
public record RoomText(String building, String unit, String room) {

    private static final char BUILDING = '\uE000';
    private static final char UNIT = '\uE001';
    private static final char ROOM = '\uE002';
    private static final Pattern BUILDING_WORD = Pattern.compile(" *(号楼|幢|栋|座|楼|#)");
    private static final Pattern UNIT_WORD = Pattern.compile(" *单元");
    private static final Pattern ROOM_WORD = Pattern.compile(" *(室|号$)");
    private static final Pattern BETWEEN = Pattern.compile("[-—–/ ]+|(?<=[\uE000-\uE002])");
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern NUMERAL = Pattern.compile("[〇十百" + DIGITS + "]+");
    private static final int PARTS = 3;

    /** What stands for the words while they are read, in the order of the parts. */
    private static final String MARKS = "" + BUILDING + UNIT + ROOM;

    /** The word that stands behind the name of a building, stairwell or room. */
    public static final String WORDS = "(号楼|幢|栋|座|楼|单元|室|号|#)$";

    /** Whether two names painted on buildings mean the same: 1幢, 1号楼 and 1# are one. */
    public static boolean isSameLabel(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String label) {
        String compact = Texts.compact(label).toUpperCase(Locale.ROOT);
        String bare = compact.replaceAll(WORDS, "");
        return bare.isEmpty() ? compact : bare;
    }

    /** Every way to read it, each with at least one part; none when it is nothing or has more than three parts. */
    public static List<RoomText> read(String typed) {
        String text = Texts.normalise(typed).toUpperCase(Locale.ROOT);
        return Stream.of(text, NUMERAL.matcher(text).replaceAll(numeral -> digits(numeral.group())))
                .distinct()
                .flatMap(way -> readOneWay(way).stream())
                .toList();
    }

    /** 五〇一 digit by digit, 十二 and 一百零二 by their places. */
    private static String digits(String numeral) {
        if (numeral.indexOf('十') < 0 && numeral.indexOf('百') < 0) {
            return numeral.chars()
                    .mapToObj(sign -> Integer.toString(digit(sign)))
                    .collect(Collectors.joining());
        }
        int number = 0;
        int digit = 0;
        for (int sign : numeral.chars().toArray()) {
            if (sign == '十' || sign == '百') {
                number += Math.max(digit, 1) * (sign == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = digit(sign);
            }
        }
        return Integer.toString(number + digit);
    }

    private static int digit(int sign) {
        return sign == '〇' ? 0 : DIGITS.indexOf(sign);
    }

    private static List<RoomText> readOneWay(String written) {
        String text = written;
        text = BUILDING_WORD.matcher(text).replaceAll(String.valueOf(BUILDING));
        text = UNIT_WORD.matcher(text).replaceAll(String.valueOf(UNIT));
        text = ROOM_WORD.matcher(text).replaceAll(String.valueOf(ROOM));
        List<String> parts =
                BETWEEN.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
        List<RoomText> readings = new ArrayList<>();
        if (!parts.isEmpty() && parts.size() <= PARTS) {
            place(parts, 0, 0, new String[] {"", "", ""}, readings);
        }
        return List.copyOf(readings);
    }

    /** Puts the parts from one on into the places from one on, in their order. */
    private static void place(List<String> parts, int part, int from, String[] placed, List<RoomText> readings) {
        if (part == parts.size()) {
            readings.add(new RoomText(placed[0], placed[1], placed[2]));
            return;
        }
        for (int place = from; place < PARTS; place++) {
            if (mayBe(parts.get(part), place)) {
                String[] more = placed.clone();
                more[place] = parts.get(part).replaceAll("[\uE000-\uE002]", "");
                place(parts, part + 1, place + 1, more, readings);
            }
        }
    }

    /** A part with its word is that and nothing else; the word alone is nothing. */
    private static boolean mayBe(String part, int place) {
        int word = MARKS.indexOf(part.charAt(part.length() - 1));
        return word < 0 || part.length() > 1 && word == place;
    }
}
