package org.linli.registry.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetCell;
import org.linli.registry.CommunityChecks;
import org.linli.rules.coverage.ServiceItem;
import org.linli.rules.intake.AreaText;
import org.linli.rules.intake.CommitteeText;
import org.linli.rules.intake.CountText;
import org.linli.rules.intake.DateRange;
import org.linli.rules.intake.DateRangeText;
import org.linli.rules.intake.DateText;
import org.linli.rules.intake.FeeText;
import org.linli.rules.intake.FeeTier;
import org.linli.rules.intake.NameText;
import org.linli.rules.intake.PhoneText;
import org.linli.rules.intake.Reading;
import org.linli.rules.intake.Texts;
import org.linli.rules.intake.YearText;
import org.linli.rules.registry.CommunityType;

/** Reads the values of one row cell by cell; everything that is not plain becomes a finding. */
final class RowReader {

    private static final int LONGEST = 100;
    private static final Set<String> ERRORS =
            Set.of("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");
    private static final Map<String, ServiceItem> SERVICES = Map.ofEntries(
            Map.entry("保洁", ServiceItem.CLEANING),
            Map.entry("环卫", ServiceItem.CLEANING),
            Map.entry("绿化", ServiceItem.GREENING),
            Map.entry("秩序", ServiceItem.ORDER),
            Map.entry("保安", ServiceItem.ORDER),
            Map.entry("安保", ServiceItem.ORDER),
            Map.entry("维修", ServiceItem.REPAIR),
            Map.entry("分类", ServiceItem.WASTE_SORTING),
            Map.entry("停车", ServiceItem.PARKING),
            Map.entry("水电", ServiceItem.UTILITIES_UPKEEP),
            Map.entry("化粪池", ServiceItem.PIPE_CLEARING),
            Map.entry("管道", ServiceItem.PIPE_CLEARING),
            Map.entry("充电", ServiceItem.EBIKE_CHARGING),
            Map.entry("消防", ServiceItem.FIRE_PATROL),
            Map.entry("养老", ServiceItem.ELDERLY_CARE),
            Map.entry("便民", ServiceItem.ELDERLY_CARE));

    private final DataRow row;
    private final List<Finding> findings;

    RowReader(DataRow row, List<Finding> findings) {
        this.row = row;
        this.findings = findings;
    }

    /** Says of formulas and errors what they are; their cells then count as empty. */
    DataRow withoutFormulas() {
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        row.cells().forEach((column, cell) -> {
            SheetCell.Kind kind = kind(cell);
            boolean bad = kind == SheetCell.Kind.FORMULA || kind == SheetCell.Kind.ERROR;
            if (bad && column != Column.REMARK && column != Column.SEQUENCE) {
                problem(column, kind.name(), null);
            }
            cells.put(column, bad ? SheetCell.EMPTY : cell);
        });
        return new DataRow(row.number(), cells);
    }

    /** A csv, and a sheet that we handed back, hold formulas and errors as texts. */
    private static SheetCell.Kind kind(SheetCell cell) {
        String text = cell.text().strip();
        if (text.length() > 1 && text.startsWith("=")) {
            return SheetCell.Kind.FORMULA;
        }
        return ERRORS.contains(text) ? SheetCell.Kind.ERROR : cell.kind();
    }

    /** The facts of a community apart from its place. */
    Facts community(LocalDate today) {
        Map<Column, Object> facts = new EnumMap<>(Column.class);
        put(facts, Column.COMMUNITY_NAME, NameText.clean(text(Column.COMMUNITY_NAME)));
        put(facts, Column.ALIAS, text(Column.ALIAS));
        put(facts, Column.ADDRESS, text(Column.ADDRESS));
        put(facts, Column.TYPE, type());
        @Nullable Integer built = read(Column.YEAR_BUILT, YearText::read);
        if (built != null && CommunityChecks.isBuiltTooLate(built, today)) {
            problem(Column.YEAR_BUILT, "BUILT_TOO_LATE", null, Integer.toString(CommunityChecks.lastYear(today)));
        }
        put(facts, Column.YEAR_BUILT, built);
        for (Column area : List.of(Column.LAND, Column.GFA, Column.GREEN)) {
            put(facts, area, read(area, AreaText::read));
        }
        for (Column count :
                List.of(Column.BUILDINGS, Column.HOUSEHOLDS, Column.RESIDENTS, Column.LIFTS, Column.PARKING_PLACES)) {
            put(facts, count, read(count, CountText::read));
        }
        put(facts, Column.COMMITTEE, name(read(Column.COMMITTEE, CommitteeText::read)));
        put(facts, Column.PHONE, read(Column.PHONE, PhoneText::read));
        return new Facts(facts);
    }

    /** The facts of a company's own file apart from name and code. */
    Facts company() {
        Map<Column, Object> facts = new EnumMap<>(Column.class);
        put(facts, Column.LEGAL_PERSON, text(Column.LEGAL_PERSON));
        put(facts, Column.REGISTERED_PLACE, text(Column.REGISTERED_PLACE));
        put(facts, Column.REGISTERED_ON, read(Column.REGISTERED_ON, DateText::read));
        put(facts, Column.CAPITAL, capital());
        put(facts, Column.STAFF_INSURED, read(Column.STAFF_INSURED, CountText::read));
        put(facts, Column.MANAGERS, read(Column.MANAGERS, CountText::read));
        put(facts, Column.FILED_ON, read(Column.FILED_ON, DateText::read));
        put(facts, Column.PHONE, read(Column.PHONE, PhoneText::read));
        return new Facts(facts);
    }

    /** The facts of an engagement apart from its company. */
    Facts engagement(LocalDate today) {
        Map<Column, Object> facts = new EnumMap<>(Column.class);
        @Nullable DateRange term = read(Column.CONTRACT_TERM, DateRangeText::read);
        @Nullable LocalDate from = read(Column.CONTRACT_FROM, DateText::read);
        @Nullable LocalDate to = read(Column.CONTRACT_TO, DateText::read);
        from = from == null && term != null ? term.from() : from;
        to = to == null && term != null ? term.to() : to;
        if (from != null && to != null && to.isBefore(from)) {
            problem(Column.CONTRACT_TO, "END_BEFORE_START", null, from.toString());
        }
        put(facts, Column.CONTRACT_FROM, from);
        put(facts, Column.CONTRACT_TO, to);
        put(facts, Column.SIGNED_ON, read(Column.SIGNED_ON, DateText::read));
        @Nullable LocalDate start = read(Column.SERVICE_START, DateText::read);
        if (start != null && start.isAfter(today)) {
            problem(Column.SERVICE_START, "FUTURE_DAY", null, today.toString());
        }
        put(facts, Column.SERVICE_START, start);
        @Nullable List<FeeTier> fee = read(Column.FEE, FeeText::read);
        if (fee != null) {
            facts.put(Column.FEE, FeeText.format(fee));
        }
        @Nullable Integer services = services();
        put(facts, Column.SERVICES, services);
        return new Facts(facts);
    }

    /** The text of a column, at most a hundred characters. */
    String text(Column column) {
        String text = row.text(column);
        if (text.length() > LONGEST) {
            problem(column, "TOO_LONG", text.substring(0, LONGEST), Integer.toString(LONGEST));
            return "";
        }
        return text;
    }

    <T> @Nullable T read(Column column, Function<String, Reading<T>> reader) {
        return switch (reader.apply(row.cell(column).text())) {
            case Reading.Blank<T>() -> null;
            case Reading.Value<T>(T value, boolean guessed, String note) -> {
                if (guessed && note != null) {
                    findings.add(Finding.guess(
                            row.number(),
                            column,
                            note,
                            column.isPersonal() ? "" : row.text(column),
                            column.isPersonal() ? "" : shown(value)));
                }
                yield value;
            }
            case Reading.Unreadable<T>(var problem, String suggestion) -> {
                problem(column, problem.name(), suggestion);
                yield null;
            }
        };
    }

    void problem(Column column, String code, @Nullable String suggestion, String... more) {
        List<String> args = new ArrayList<>();
        args.add(column.isPersonal() ? "" : row.text(column));
        args.addAll(List.of(more));
        findings.add(Finding.problem(row.number(), column, code, suggestion, args.toArray(String[]::new)));
    }

    private static void put(Map<Column, Object> facts, Column column, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            facts.put(column, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String shown(Object value) {
        return switch (value) {
            case Long hundredths -> BigDecimal.valueOf(hundredths, 2).toPlainString();
            case DateRange range -> range.from() + " – " + (range.to() == null ? "" : range.to());
            case List<?> tiers ->
                FeeText.format(tiers.stream().map(FeeTier.class::cast).toList());
            default -> value.toString();
        };
    }

    private @Nullable String type() {
        String text = row.text(Column.TYPE);
        if (text.isEmpty()) {
            return null;
        }
        return CommunityType.ofText(text).map(Enum::name).orElseGet(() -> {
            problem(
                    Column.TYPE,
                    "UNKNOWN_TYPE",
                    null,
                    java.util.Arrays.stream(CommunityType.values())
                            .map(CommunityType::chinese)
                            .collect(Collectors.joining("、")));
            return null;
        });
    }

    /** Capital is written in 万元 in every form we know; 元 alone is read as such. */
    private @Nullable Long capital() {
        String text = row.text(Column.CAPITAL).replaceAll("[,\\s]|人民币|整", "");
        if (text.isEmpty()) {
            return null;
        }
        String number = text.replaceAll("(?:万元?|元)$", "");
        try {
            BigDecimal amount = new BigDecimal(number);
            boolean yuan = text.endsWith("元") && !text.endsWith("万元");
            if (number.equals(text)) {
                findings.add(Finding.guess(row.number(), Column.CAPITAL, "TEN_THOUSAND_YUAN", text));
            }
            return amount.movePointRight(yuan ? 2 : 6)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException notANumber) {
            problem(Column.CAPITAL, "NOT_A_NUMBER", null);
            return null;
        }
    }

    private @Nullable Integer services() {
        String text = row.text(Column.SERVICES);
        if (text.isEmpty()) {
            return null;
        }
        Set<ServiceItem> items = EnumSet.noneOf(ServiceItem.class);
        for (String part : Texts.normalise(text).split("[、,;/ ]+", -1)) {
            Set<ServiceItem> found = SERVICES.entrySet().stream()
                    .filter(word -> part.contains(word.getKey()))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            if (found.isEmpty()) {
                problem(Column.SERVICES, "UNKNOWN_WORD", null);
                return null;
            }
            items.addAll(found);
        }
        return ServiceItem.mask(items);
    }
}
