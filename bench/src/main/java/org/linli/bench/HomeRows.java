package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import org.linli.registry.imports.Column;
import org.linli.registry.imports.ImportKind;
import org.linli.rules.codes.ResidentId;

/** Synthetic homes in the columns of our own template, the same every time; every third home has two owners. */
final class HomeRows {

    private static final List<Column> COLUMNS = columns();
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建文";
    private static final int HOMES_A_BUILDING = 120;
    private static final int HOMES_A_FLOOR = 4;
    /** Beyond any number that the demo city gives to a building. */
    private static final int FIRST_BUILDING = 501;

    private static final int BIRTHDAYS = 60 * 12 * 28;

    private final List<String> communities;

    /** @param communities codes of the communities that the homes go to, by turns */
    HomeRows(List<String> communities) {
        this.communities = List.copyOf(communities);
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(ImportKind.HOMES.columns());
        columns.remove(Column.SEQUENCE);
        columns.addFirst(Column.SEQUENCE);
        return List.copyOf(columns);
    }

    static List<String> titles() {
        return COLUMNS.stream().map(Column::title).toList();
    }

    static List<Column> meanings() {
        return COLUMNS;
    }

    /** Texts without commas or quotation marks. @param number from 0 */
    List<String> row(int number) {
        return COLUMNS.stream().map(column -> cell(column, number)).toList();
    }

    private String cell(Column column, int number) {
        int inCommunity = number / communities.size();
        int inBuilding = inCommunity % HOMES_A_BUILDING;
        boolean two = number % 3 == 0;
        return switch (column) {
            case SEQUENCE -> Integer.toString(number + 1);
            case COMMUNITY_CODE -> communities.get(number % communities.size());
            case BUILDING -> FIRST_BUILDING + inCommunity / HOMES_A_BUILDING + "幢";
            case UNIT -> "1";
            case ROOM -> Integer.toString((inBuilding / HOMES_A_FLOOR + 1) * 100 + inBuilding % HOMES_A_FLOOR + 1);
            case USE -> "住宅";
            case AREA -> "%d.%02d".formatted(60 + number % 90, number % 100);
            case AREA_SOURCE -> "登记";
            case HOME_STATE -> "已交付";
            case OWNER_NAMES -> two ? name(number) + "、" + name(number + 1) : name(number);
            case ID_KIND -> "身份证";
            case ID_NUMBERS -> two ? id(2 * number) + "、" + id(2 * number + 1) : id(2 * number);
            case OWNER_PHONES -> two ? phone(2 * number) + "、" + phone(2 * number + 1) : phone(2 * number);
            case OWNERSHIP_FORM -> two ? "共同共有" : "单独所有";
            case CAUSE -> "买卖";
            case REGISTERED_DAY -> "%d-%02d-%02d".formatted(2005 + number % 18, 1 + number % 12, 1 + number % 28);
            default -> "";
        };
    }

    private static String name(int number) {
        int given = number / SURNAMES.length();
        return "" + SURNAMES.charAt(number % SURNAMES.length())
                + GIVEN.charAt(given % GIVEN.length())
                + GIVEN.charAt(given / GIVEN.length() % GIVEN.length());
    }

    private static String id(int person) {
        int day = person % BIRTHDAYS;
        String first17 = "331002%04d%02d%02d%03d"
                .formatted(1940 + day / (12 * 28), 1 + day / 28 % 12, 1 + day % 28, person / BIRTHDAYS);
        return first17 + ResidentId.checkCharacter(first17);
    }

    private static String phone(int person) {
        return "139%08d".formatted(person);
    }
}
