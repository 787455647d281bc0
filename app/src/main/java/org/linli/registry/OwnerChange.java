package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.rules.codes.CodeProblem;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.codes.Phone;
import org.linli.rules.codes.ResidentId;

/**
 * A home passes to other owners by one act (domain g.4).
 *
 * @param on first day of the new ownership
 * @param evidence what shows it, such as the certificate, judgment or agreement
 * @param certificate number of the title certificate; null when not yet issued
 * @param owners everyone who owns from that day on, at least one
 * @param shares parts of the whole in the order of the owners, without a common divisor; empty unless owned by shares
 */
public record OwnerChange(
        Cause cause,
        LocalDate on,
        String evidence,
        @Nullable String certificate,
        Form form,
        List<Person> owners,
        List<Integer> shares) {

    /** How many owners the form takes. */
    public static final int MOST_OWNERS = 6;

    private static final Pattern DOCUMENT = Pattern.compile("[A-Z0-9]{6,20}");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,6}) ?/ ?([0-9]{1,6})");

    /** By what act. */
    public enum Cause {
        SALE,
        INHERITANCE,
        GIFT,
        JUDGMENT,
        DIVORCE,
        DELIVERY
    }

    /** How several own one home (Civil Code art. 297). */
    public enum Form {
        /** 单独所有. */
        SOLE,
        /** 共同共有. */
        JOINT,
        /** 按份共有. */
        SHARES
    }

    /** What an owner is. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        DEVELOPER
    }

    /** The document that tells who somebody is. */
    public enum IdKind {
        RESIDENT_ID,
        RESIDENCE_PERMIT,
        PASSPORT,
        PERMANENT_RESIDENCE,
        CREDIT_CODE
    }

    /**
     * An owner as written on the certificate.
     *
     * @param idNumber in its one canonical form; null when not known yet
     * @param phone as E.164, null when not known
     */
    public record Person(
            Kind kind,
            String name,
            @Nullable IdKind idKind,
            @Nullable String idNumber,
            @Nullable String phone) {}

    public OwnerChange {
        owners = List.copyOf(owners);
        shares = List.copyOf(shares);
    }

    /**
     * Reads the guided form; what is wrong is gathered in the fields, and then the result must not be used.
     *
     * @param today nobody is born after it
     */
    public static OwnerChange read(Fields fields, LocalDate today) {
        Cause cause = fields.requiredChoice("cause", Cause.class);
        LocalDate on = fields.requiredDate("on");
        String evidence = fields.required("evidence", 200);
        String certificate = fields.text("certificate", 60);
        Form form = fields.requiredChoice("form", Form.class);
        List<Person> owners = new ArrayList<>();
        List<String> shareTexts = new ArrayList<>();
        for (int i = 1; i <= MOST_OWNERS; i++) {
            String prefix = "owner" + i + ".";
            if (!fields.raw(prefix + "name").isEmpty()
                    || !fields.raw(prefix + "id_number").isEmpty()) {
                owners.add(person(fields, prefix, today));
                shareTexts.add(prefix + "share");
            }
        }
        checkNumber(fields, form, owners);
        List<Integer> shares = form == Form.SHARES ? shares(fields, shareTexts) : List.of();
        return new OwnerChange(cause, on, evidence, certificate, form, owners, shares);
    }

    private static void checkNumber(Fields fields, Form form, List<Person> owners) {
        if (owners.isEmpty()) {
            fields.refuse("owner1.name", "required");
        } else if (form == Form.SOLE && owners.size() > 1) {
            fields.refuse("form", "sole-but-several", owners.size());
        } else if (form != Form.SOLE && owners.size() == 1) {
            fields.refuse("form", "several-but-one");
        }
        List<String> numbers = owners.stream()
                .map(Person::idNumber)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (numbers.stream().distinct().count() < numbers.size()) {
            fields.refuse("form", "same-person-twice");
        }
    }

    private static Person person(Fields fields, String prefix, LocalDate today) {
        Kind kind = fields.choice(prefix + "kind", Kind.class);
        String name = fields.required(prefix + "name", 60);
        String number = fields.raw(prefix + "id_number");
        IdKind idKind = fields.choice(prefix + "id_kind", IdKind.class);
        if (idKind == null) {
            idKind = kind == null || kind == Kind.PERSON ? IdKind.RESIDENT_ID : IdKind.CREDIT_CODE;
        }
        String phone = fields.raw(prefix + "phone");
        Optional<String> e164 = phone.isEmpty() ? Optional.empty() : Phone.e164(phone);
        if (!phone.isEmpty() && e164.isEmpty()) {
            fields.refuse(prefix + "phone", "intake.NOT_A_PHONE", "");
        }
        return new Person(
                kind == null ? Kind.PERSON : kind,
                name,
                number.isEmpty() ? null : idKind,
                number.isEmpty() ? null : identity(fields, prefix + "id_number", idKind, number, today),
                e164.orElse(null));
    }

    /** The number in its one canonical form; what is wrong with it is gathered in the fields. */
    static String identity(Fields fields, String field, IdKind kind, String typed, LocalDate today) {
        return switch (kind) {
            case RESIDENT_ID, RESIDENCE_PERMIT -> {
                String number = ResidentId.normalise(typed);
                Optional<CodeProblem> problem = ResidentId.problem(number);
                if (problem.isPresent()) {
                    fields.refuse(field, "resident-id." + problem.get());
                } else if (ResidentId.birthDate(number).isAfter(today)) {
                    fields.refuse(field, "resident-id.DATE");
                }
                yield number;
            }
            case CREDIT_CODE -> {
                String code = CreditCode.normalise(typed);
                CreditCode.problem(code).ifPresent(problem -> fields.refuse(field, "credit-code." + problem));
                yield code;
            }
            case PASSPORT, PERMANENT_RESIDENCE -> {
                String number = CreditCode.normalise(typed);
                if (!DOCUMENT.matcher(number).matches()) {
                    fields.refuse(field, "document-number");
                }
                yield number;
            }
        };
    }

    /** Shares over their common denominator; refused unless each is positive and together they are exactly the whole. */
    private static List<Integer> shares(Fields fields, List<String> names) {
        long common = 1;
        List<long[]> parts = new ArrayList<>();
        for (String name : names) {
            Matcher share = SHARE.matcher(fields.raw(name));
            if (!share.matches() || Long.parseLong(share.group(1)) == 0 || Long.parseLong(share.group(2)) == 0) {
                fields.refuse(name, "share");
                return List.of();
            }
            long[] part = {Long.parseLong(share.group(1)), Long.parseLong(share.group(2))};
            common = common / gcd(common, part[1]) * part[1];
            if (common > Integer.MAX_VALUE) {
                fields.refuse(name, "share");
                return List.of();
            }
            parts.add(part);
        }
        long whole = common;
        List<Long> numerators = parts.stream()
                .map(part -> Math.multiplyExact(part[0], whole / part[1]))
                .toList();
        long sum = numerators.stream().mapToLong(Long::longValue).sum();
        if (sum != whole) {
            fields.refuse("form", "shares-not-whole", sum, whole);
            return List.of();
        }
        return numerators.stream().map(Math::toIntExact).toList();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
