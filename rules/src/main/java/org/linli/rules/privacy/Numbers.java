package org.linli.rules.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.rules.codes.Masks;
import org.linli.rules.codes.Phone;
import org.linli.rules.codes.ResidentId;

/**
 * Finds numbers of people among the digits of a text.
 *
 * <p>A number begins and ends where a group of digits does, and is grouped as people group it: three dates beside each other
 * are no phone. Only an identity number that checks out is found anywhere among longer digits.
 */
final class Numbers {

    private static final int ID = 18;
    private static final int CARD_LEAST = 16;
    private static final int CARD_MOST = 19;
    private static final int PHONE_LEAST = 10;
    private static final int PHONE_MOST = 16;

    /** The first two digits of division codes. Source: GB/T 2260 [K]. */
    private static final Pattern PROVINCE =
            Pattern.compile("(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]).*");

    private static final Pattern COUNTRY = Pattern.compile("(?:00)?86(?=[0-9]{10})");
    private static final Pattern SINGLE = Pattern.compile("1(?:,1)*");
    private static final Pattern CARD_SHAPE = Pattern.compile("\\d+|4(?:,4)+(?:,[1-7])?|6,\\d+");
    private static final Set<String> PHONE_SHAPES = Set.of(
            "10", "11", "12", "3,8", "3,7", "4,7", "4,8", "7,4", "5,6", "6,5", "3,4,4", "4,3,4", "4,4,3", "3,3,5",
            "4,4,4", "3,3,4", "3,3,3,2");

    private final DigitRun run;
    private final OpenContacts open;
    private final List<PersonalDataFinding> found = new ArrayList<>();

    private Numbers(DigitRun run, OpenContacts open) {
        this.run = run;
        this.open = open;
    }

    static List<PersonalDataFinding> in(DigitRun run, OpenContacts open) {
        Numbers numbers = new Numbers(run, open);
        int at = 0;
        while (at < run.length()) {
            at = numbers.find(at);
        }
        return numbers.found;
    }

    /** Looks for a number that begins here. @return where to go on */
    private int find(int begin) {
        if (isResidentId(begin)) {
            return add(PersonalDataKind.RESIDENT_ID, begin, begin + ID, Masks.residentId(digits(begin, begin + ID)));
        }
        if (!run.isEdge(begin)) {
            return begin + 1;
        }
        for (int end = Math.min(begin + CARD_MOST, run.length()); end >= begin + CARD_LEAST; end--) {
            if (run.isEdge(end) && isCard(begin, end)) {
                return add(PersonalDataKind.BANK_CARD, begin, end, "****" + digits(end - 4, end));
            }
        }
        for (int end = Math.min(begin + PHONE_MOST, run.length()); end >= begin + PHONE_LEAST; end--) {
            Optional<String> phone = run.isEdge(end) ? phone(begin, end) : Optional.empty();
            if (phone.isPresent()) {
                return phone(phone.get(), begin, end);
            }
        }
        return begin + 1;
    }

    private boolean isResidentId(int begin) {
        int end = begin + ID;
        if (end > run.length()) {
            return false;
        }
        String number = digits(begin, end);
        if (!PROVINCE.matcher(number).matches()) {
            return false;
        }
        boolean whole =
                run.isEdge(begin) && run.isEdge(end) && run.shape(begin, end).equals("18");
        return ResidentId.problem(number).isEmpty() || whole && isBorn(number);
    }

    /** A number with one wrong digit still tells who is meant. */
    private static boolean isBorn(String number) {
        try {
            int year = Integer.parseInt(number, 6, 10, 10);
            LocalDate.of(year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10));
            return year >= 1900 && year < 2100;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private boolean isCard(int begin, int end) {
        String shape = run.shape(begin, end);
        return (CARD_SHAPE.matcher(shape).matches() || SINGLE.matcher(shape).matches())
                && digits(begin, end).charAt(0) != '0'
                && isLuhn(digits(begin, end));
    }

    /** Source: ISO/IEC 7812-1 annex B [K]. */
    private static boolean isLuhn(String digits) {
        if (digits.endsWith("X")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** The number as E.164 if the groups look like one phone. */
    private Optional<String> phone(int begin, int end) {
        String number = digits(begin, end);
        var country = COUNTRY.matcher(number);
        if (country.lookingAt()) {
            int after = begin + country.end();
            String rest = number.substring(country.end());
            // Behind a country code without a gap nobody groups digits otherwise.
            return !run.isEdge(after) || fits(after, end)
                    ? Phone.e164(rest).or(() -> Phone.e164("0" + rest))
                    : Optional.empty();
        }
        return fits(begin, end) ? Phone.e164(number) : Optional.empty();
    }

    private boolean fits(int begin, int end) {
        String shape = run.shape(begin, end);
        return PHONE_SHAPES.contains(shape) || SINGLE.matcher(shape).matches();
    }

    private int phone(String e164, int begin, int end) {
        return open.hasPhone(e164)
                ? end
                : add(
                        Phone.isMobile(e164) ? PersonalDataKind.MOBILE : PersonalDataKind.LANDLINE,
                        begin,
                        end,
                        Phone.masked(e164));
    }

    private int add(PersonalDataKind kind, int begin, int end, String masked) {
        found.add(new PersonalDataFinding(kind, run.place(begin), run.place(end - 1) + 1, masked));
        return end;
    }

    private String digits(int begin, int end) {
        return run.digits().substring(begin, end);
    }
}
