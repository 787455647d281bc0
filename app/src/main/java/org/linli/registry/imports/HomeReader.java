package org.linli.registry.imports;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.rules.codes.CodeProblem;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.codes.RealEstateUnitCode;
import org.linli.rules.codes.ResidentId;
import org.linli.rules.intake.AreaText;
import org.linli.rules.intake.DateText;
import org.linli.rules.intake.NameText;
import org.linli.rules.intake.PhoneText;
import org.linli.rules.intake.Reading;

/** Judges one row of homes and owners by itself; what rows mean together is for the database. Safe for several threads. */
final class HomeReader {

    private static final Map<String, String> USES = Map.ofEntries(
            Map.entry("住宅", "RESIDENCE"),
            Map.entry("商铺", "SHOP"),
            Map.entry("商业", "SHOP"),
            Map.entry("店", "SHOP"),
            Map.entry("车", "PARKING"),
            Map.entry("储藏", "OTHER"),
            Map.entry("办公", "OTHER"),
            Map.entry("其他", "OTHER"));
    private static final Map<String, String> SOURCES = Map.of("登记", "REGISTER", "测绘", "SURVEY", "合同", "CONTRACT");
    private static final Map<String, String> STATES = Map.of(
            "未售", "UNSOLD",
            "已售未交付", "SOLD_UNDELIVERED",
            "未交付", "SOLD_UNDELIVERED",
            "已交付", "DELIVERED",
            "交付", "DELIVERED",
            "已入住", "DELIVERED");
    private static final Map<String, String> FORMS =
            Map.of("单独所有", "SOLE", "单独", "SOLE", "共同共有", "JOINT", "共同", "JOINT", "按份共有", "SHARES", "按份", "SHARES");
    private static final Map<String, String> CAUSES = Map.of(
            "登记", "REGISTER",
            "买卖", "SALE",
            "继承", "INHERITANCE",
            "赠与", "GIFT",
            "判决", "JUDGMENT",
            "离婚", "DIVORCE",
            "交付", "DELIVERY");
    private static final Map<String, String> ID_KINDS = Map.of(
            "", "",
            "身份证", "RESIDENT_ID",
            "居民身份证", "RESIDENT_ID",
            "港澳台居民居住证", "RESIDENCE_PERMIT",
            "护照", "PASSPORT",
            "港澳通行证", "TRAVEL_PERMIT",
            "台胞证", "TRAVEL_PERMIT",
            "统一社会信用代码", "CREDIT_CODE",
            "营业执照", "CREDIT_CODE");
    private static final Pattern ORGANISATION = Pattern.compile(".*(?:公司|厂|店|中心|局|委员会|合作社|银行|学校|医院|政府|办事处)$");
    private static final Pattern BUILDING = Pattern.compile("(?:第)?0*([0-9]{1,4})(?:号楼|幢|栋|座|号|楼|#)?");
    private static final Pattern UNIT = Pattern.compile("0*([0-9]{1,3})(?:单元|单)?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,6})/([1-9][0-9]{0,5})");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,2}))?%?");
    private static final String SEPARATORS = "[、;,/|]+";

    private final Import import_;
    private final Communities communities;
    private final PersonalData personal;
    private final LocalDate today;

    HomeReader(Import import_, Communities communities, PersonalData personal, LocalDate today) {
        this.import_ = import_;
        this.communities = communities;
        this.personal = personal;
        this.today = today;
    }

    /** The communities a sheet may name. */
    record Communities(Map<String, Long> byCode, Map<String, List<Long>> byName) {}

    /** A row ready for the intake tables; without a home when it cannot even be told which one it is. */
    record Parsed(Optional<Object[]> home, List<Object[]> owners, List<Finding> findings) {}

    private record Owner(
            String kind,
            String name,
            String idKind,
            String id,
            @Nullable String phone) {}

    Parsed read(DataRow raw) {
        List<Finding> findings = new ArrayList<>();
        DataRow row = new RowReader(raw, findings).withoutFormulas();
        RowReader reader = new RowReader(row, findings);
        @Nullable Long community = community(row, reader);
        String building = building(row, reader);
        String room = row.text(Column.ROOM).replaceAll("\\s|室$|号$", "");
        if (room.isEmpty()) {
            reader.problem(Column.ROOM, "MISSING", null);
        }
        List<Owner> owners = owners(row, reader, findings);
        @Nullable String form = form(row, reader, owners.size(), findings);
        @Nullable String shares = form != null && form.equals("SHARES") ? shares(row, reader, owners.size()) : null;
        @Nullable LocalDate registered = reader.read(Column.REGISTERED_DAY, DateText::read);
        if (registered != null && registered.isAfter(today)) {
            reader.problem(Column.REGISTERED_DAY, "FUTURE_DAY", null, today.toString());
        }
        String use = word(row, reader, Column.USE, USES, "RESIDENCE", "USE_ASSUMED", findings);
        String state = word(row, reader, Column.HOME_STATE, STATES, "DELIVERED", "STATE_ASSUMED", findings);
        @Nullable String source = find(row, reader, Column.AREA_SOURCE, SOURCES);
        @Nullable String cause = find(row, reader, Column.CAUSE, CAUSES);
        if (!owners.isEmpty()) {
            assumed(row, registered, findings);
        }
        @Nullable Long area = area(reader);
        @Nullable String estate = estate(row, reader);
        if (community == null || building.isEmpty() || room.isEmpty()) {
            return new Parsed(Optional.empty(), List.of(), findings);
        }
        @Nullable
        Object[] home = {
            community,
            import_.id(),
            row.number(),
            building,
            unit(row),
            room,
            use,
            area,
            source,
            state,
            estate,
            form,
            cause == null ? "REGISTER" : cause,
            registered,
            shares
        };
        boolean sound = findings.stream().noneMatch(finding -> finding.severity() == Severity.PROBLEM);
        return new Parsed(Optional.of(home), sound ? sealed(community, row.number(), owners) : List.of(), findings);
    }

    /** What is stored of an ownership whose row says neither how nor since when. */
    private void assumed(DataRow row, @Nullable LocalDate registered, List<Finding> findings) {
        if (row.text(Column.CAUSE).isEmpty()) {
            findings.add(Finding.guess(row.number(), Column.CAUSE, "CAUSE_ASSUMED"));
        }
        if (registered == null && row.text(Column.REGISTERED_DAY).isEmpty()) {
            String day = import_.statedOn(today).map(LocalDate::toString).orElse("~imports.day.of-import");
            findings.add(Finding.guess(row.number(), Column.REGISTERED_DAY, "REGISTERED_DAY_ASSUMED", day));
        }
    }

    private @Nullable Long community(DataRow row, RowReader reader) {
        String code = row.text(Column.COMMUNITY_CODE).replace(" ", "");
        if (code.isEmpty() && row.text(Column.COMMUNITY_NAME).isEmpty() && import_.communityCode() != null) {
            code = import_.communityCode();
        }
        if (!code.isEmpty()) {
            @Nullable Long found = communities.byCode().get(code);
            if (found == null) {
                reader.problem(Column.COMMUNITY_CODE, "UNKNOWN_COMMUNITY_CODE", null);
            }
            return found;
        }
        String name = row.text(Column.COMMUNITY_NAME);
        if (name.isEmpty()) {
            reader.problem(Column.COMMUNITY_NAME, "MISSING", null);
            return null;
        }
        List<Long> named = communities.byName().getOrDefault(NameText.key(name), List.of());
        if (named.size() != 1) {
            reader.problem(
                    Column.COMMUNITY_NAME,
                    named.isEmpty() ? "UNKNOWN_COMMUNITY" : "AMBIGUOUS_COMMUNITY",
                    null,
                    named.isEmpty() ? "" : Integer.toString(named.size()));
            return null;
        }
        return named.getFirst();
    }

    private static String building(DataRow row, RowReader reader) {
        String text = row.text(Column.BUILDING).replace(" ", "");
        if (text.isEmpty()) {
            reader.problem(Column.BUILDING, "MISSING", null);
            return "";
        }
        Matcher number = BUILDING.matcher(text);
        return number.matches() ? number.group(1) + "幢" : text;
    }

    private static String unit(DataRow row) {
        String text = row.text(Column.UNIT).replace(" ", "");
        Matcher number = UNIT.matcher(text);
        return number.matches() ? number.group(1) : text;
    }

    private static @Nullable Long area(RowReader reader) {
        @Nullable Long area = reader.read(Column.AREA, AreaText::read);
        if (area != null && area == 0) {
            reader.problem(Column.AREA, "ZERO_AREA", null);
        }
        return area;
    }

    private static @Nullable String estate(DataRow row, RowReader reader) {
        String code = RealEstateUnitCode.normalise(row.text(Column.ESTATE_CODE));
        Optional<CodeProblem> problem = code.isEmpty() ? Optional.empty() : RealEstateUnitCode.problem(code);
        problem.ifPresent(what -> reader.problem(Column.ESTATE_CODE, "ESTATE_CODE", null, "~imports.code." + what));
        return code.isEmpty() ? null : code;
    }

    /** A word of a list; when the cell is empty the usual one, as a guess. */
    private static String word(
            DataRow row,
            RowReader reader,
            Column column,
            Map<String, String> words,
            String usual,
            String guess,
            List<Finding> findings) {
        @Nullable String found = find(row, reader, column, words);
        if (found == null && row.text(column).isEmpty()) {
            findings.add(Finding.guess(row.number(), column, guess));
        }
        return found == null ? usual : found;
    }

    private static @Nullable String find(DataRow row, RowReader reader, Column column, Map<String, String> words) {
        String text = row.text(column).replace(" ", "");
        if (text.isEmpty()) {
            return null;
        }
        @Nullable String exact = words.get(text);
        if (exact != null) {
            return exact;
        }
        Set<String> found = words.entrySet().stream()
                .filter(word -> text.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        reader.problem(column, "UNKNOWN_WORD", null);
        return null;
    }

    private static List<String> parts(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(SEPARATORS, -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private List<Owner> owners(DataRow row, RowReader reader, List<Finding> findings) {
        List<String> names = parts(row.text(Column.OWNER_NAMES));
        List<String> ids = parts(row.text(Column.ID_NUMBERS));
        List<String> phones = parts(row.text(Column.OWNER_PHONES));
        List<String> kinds = parts(row.text(Column.ID_KIND));
        if (names.isEmpty()) {
            if (!ids.isEmpty()) {
                reader.problem(Column.OWNER_NAMES, "MISSING", null);
            }
            return List.of();
        }
        if (!ids.isEmpty() && ids.size() != names.size() || kinds.size() > 1 && kinds.size() != names.size()) {
            reader.problem(
                    Column.ID_NUMBERS,
                    "OWNER_COUNT",
                    null,
                    Integer.toString(names.size()),
                    Integer.toString(ids.size()));
            return List.of();
        }
        if (phones.size() > 1 && phones.size() != names.size()) {
            reader.problem(
                    Column.OWNER_PHONES,
                    "OWNER_COUNT",
                    null,
                    Integer.toString(names.size()),
                    Integer.toString(phones.size()));
            return List.of();
        }
        if (phones.size() == 1 && names.size() > 1) {
            findings.add(Finding.guess(row.number(), Column.OWNER_PHONES, "PHONE_OF_FIRST"));
        }
        List<Owner> owners = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String kind = kinds.isEmpty() ? "" : kinds.get(kinds.size() == 1 ? 0 : i);
            Owner owner = owner(
                    reader,
                    names.get(i),
                    kind,
                    ids.isEmpty() ? "" : ids.get(i),
                    i < phones.size() ? phones.get(i) : "");
            owners.add(owner);
            if (!owner.id().isEmpty() && !seen.add(owner.id())) {
                reader.problem(Column.ID_NUMBERS, "OWNER_TWICE", null);
            }
        }
        return owners;
    }

    private static Owner owner(RowReader reader, String name, String kindText, String idText, String phoneText) {
        @Nullable String known = ID_KINDS.get(kindText.replace(" ", ""));
        if (known == null) {
            reader.problem(Column.ID_KIND, "UNKNOWN_WORD", null);
        }
        String id = ResidentId.normalise(idText);
        String idKind = known == null ? "" : known;
        if (idKind.isEmpty() && !id.isEmpty()) {
            boolean company = id.length() == 18
                    && CreditCode.problem(id).isEmpty()
                    && ResidentId.problem(id).isPresent();
            idKind = company ? "CREDIT_CODE" : "RESIDENT_ID";
        }
        boolean organisation = idKind.equals("CREDIT_CODE")
                || id.isEmpty() && ORGANISATION.matcher(name).matches();
        if (!id.isEmpty()) {
            Optional<CodeProblem> problem = switch (idKind) {
                case "RESIDENT_ID", "RESIDENCE_PERMIT" -> ResidentId.problem(id);
                case "CREDIT_CODE" -> CreditCode.problem(id);
                default -> Optional.empty();
            };
            String code = idKind.equals("CREDIT_CODE") ? "OWNER_CREDIT_CODE" : "RESIDENT_ID";
            problem.ifPresent(what -> reader.problem(Column.ID_NUMBERS, code, null, "~imports.code." + what));
        }
        @Nullable String phone = null;
        if (!phoneText.isEmpty()) {
            if (PhoneText.read(phoneText) instanceof Reading.Value<String>(String e164, boolean g, String note)) {
                phone = e164;
            } else {
                reader.problem(Column.OWNER_PHONES, "NOT_A_PHONE", null);
            }
        }
        return new Owner(organisation ? "ORGANISATION" : "PERSON", NameText.clean(name), idKind, id, phone);
    }

    private static @Nullable String form(DataRow row, RowReader reader, int owners, List<Finding> findings) {
        @Nullable String form = find(row, reader, Column.OWNERSHIP_FORM, FORMS);
        if (owners == 0) {
            return null;
        }
        if (form == null) {
            if (owners > 1 && row.text(Column.OWNERSHIP_FORM).isEmpty()) {
                findings.add(Finding.guess(row.number(), Column.OWNERSHIP_FORM, "JOINT_ASSUMED"));
            }
            return owners > 1 ? "JOINT" : "SOLE";
        }
        if (form.equals("SOLE") != (owners == 1)) {
            reader.problem(Column.OWNERSHIP_FORM, "FORM_OWNERS", null, Integer.toString(owners));
        }
        return form;
    }

    /** Shares as whole numbers in one measure: 1/3 and 2/3 are 1 and 2. They must sum to the whole. */
    private static @Nullable String shares(DataRow row, RowReader reader, int owners) {
        List<String> texts = Arrays.stream(row.text(Column.SHARES).split("[、;,|]+", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<BigInteger[]> fractions = new ArrayList<>();
        for (String text : texts) {
            Matcher fraction = FRACTION.matcher(text);
            Matcher percent = PERCENT.matcher(text);
            if (fraction.matches()) {
                fractions.add(new BigInteger[] {new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2))});
            } else if (percent.matches()) {
                String decimals = percent.group(2) == null ? "00" : (percent.group(2) + "0").substring(0, 2);
                fractions.add(
                        new BigInteger[] {new BigInteger(percent.group(1) + decimals), BigInteger.valueOf(10_000)});
            }
        }
        BigInteger whole = fractions.stream()
                .map(one -> one[1])
                .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
        List<BigInteger> parts = fractions.stream()
                .map(one -> one[0].multiply(whole).divide(one[1]))
                .toList();
        boolean right = parts.size() == owners
                && parts.stream().reduce(BigInteger.ZERO, BigInteger::add).equals(whole)
                && parts.stream().allMatch(part -> part.signum() > 0 && part.bitLength() < 31);
        if (!right) {
            reader.problem(Column.SHARES, "SHARES", null, Integer.toString(owners));
            return null;
        }
        BigInteger common = parts.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        return parts.stream().map(part -> part.divide(common).toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private List<Object[]> sealed(long community, int row, List<Owner> owners) {
        List<Object[]> sealed = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            Owner owner = owners.get(i);
            byte @Nullable [] hash = owner.id().isEmpty() ? null : personal.hash("owner-id", owner.id());
            String other = owner.kind().equals("ORGANISATION")
                    ? NameText.key(owner.name())
                    : import_.id() + "/" + row + "/" + i;
            @Nullable String phone = owner.phone();
            @Nullable
            Object[] values = {
                community,
                import_.id(),
                row,
                i + 1,
                owner.kind(),
                hash == null ? personal.hash("owner-without-id", other) : hash,
                personal.encrypt(owner.name()),
                personal.hash("owner-name", NameText.key(owner.name())),
                owner.idKind().isEmpty() || owner.id().isEmpty() ? null : owner.idKind(),
                owner.id().isEmpty() ? null : personal.encrypt(owner.id()),
                hash,
                phone == null ? null : personal.encrypt(phone),
                phone == null ? null : phone.substring(phone.length() - 4)
            };
            sealed.add(values);
        }
        return sealed;
    }
}
