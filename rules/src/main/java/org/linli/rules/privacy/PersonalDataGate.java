package org.linli.rules.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.rules.HalfWidth;
import org.linli.rules.codes.Phone;

/**
 * Finds personal data in a text before everybody reads it, and proposes what may stand there instead.
 *
 * <p>Source: Personal Information Protection Law art. 25, in force since 2021-11-01 (no publication without separate consent) [V]; the
 * shapes and masks are our default (domain reference g.2 and h.3) [D]. The gate knows numbers by their check digits and shapes. It
 * cannot know every name: whoever publishes still reads the text.
 */
public final class PersonalDataGate {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    /** Source: GA 36 [K]; trailers, learners, police and new energy cars too. */
    private static final Pattern PLATE = Pattern.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\\h?[A-HJ-Za-hj-z][\\h·•.-]{0,2}"
                    + "(?=[A-Za-z]{0,2}[0-9])[A-HJ-NP-Za-hj-np-z0-9]{4}(?:[A-HJ-NP-Za-hj-np-z0-9]{1,2}|[挂学警港澳])(?![A-Za-z0-9])");

    /** A landline without its area code is known by the word before it alone. */
    private static final Pattern LOCAL = Pattern.compile(
            "(?:电话|座机|手机|致电|拨打|来电|热线|联系方式|(?i:tel|phone))[^0-9\\n]{0,6}(?<number>[2-8][0-9]{2,3}[\\h-]?[0-9]{4})(?![0-9-])");

    /** Digests and roots are long hexadecimal numbers; what looks like a phone in one is none. */
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{32,}(?![0-9A-Za-z])");

    private PersonalDataGate() {}

    /** What is found, in the order of the text; findings do not overlap. */
    public static List<PersonalDataFinding> find(String text) {
        return find(text, OpenContacts.NONE);
    }

    /** @param open contacts that are left as they are */
    public static List<PersonalDataFinding> find(String text, OpenContacts open) {
        String half = blank(HalfWidth.of(text));
        List<PersonalDataFinding> all = new ArrayList<>();
        DigitRun.of(half).forEach(run -> all.addAll(Numbers.in(run, open)));
        mails(half, open, all);
        plates(half, all);
        locals(half, open, all);
        all.addAll(WrittenNames.in(half, text));
        return apart(all);
    }

    /** Signs in place of digests, so that all places stay. */
    private static String blank(String text) {
        return DIGEST.matcher(text)
                .replaceAll(digest -> "#".repeat(digest.group().length()));
    }

    private static void mails(String text, OpenContacts open, List<PersonalDataFinding> all) {
        Matcher mail = EMAIL.matcher(text);
        while (mail.find()) {
            if (!open.hasMail(mail.group())) {
                String masked = mail.group().charAt(0) + "***"
                        + mail.group().substring(mail.group().indexOf('@'));
                all.add(new PersonalDataFinding(PersonalDataKind.EMAIL, mail.start(), mail.end(), masked));
            }
        }
    }

    private static void plates(String text, List<PersonalDataFinding> all) {
        Matcher plate = PLATE.matcher(text);
        while (plate.find()) {
            String number = plate.group();
            String masked = number.charAt(0) + "****" + number.substring(number.length() - 2);
            all.add(new PersonalDataFinding(PersonalDataKind.PLATE, plate.start(), plate.end(), masked));
        }
    }

    private static void locals(String text, OpenContacts open, List<PersonalDataFinding> all) {
        Matcher local = LOCAL.matcher(text);
        while (local.find()) {
            String number = local.group("number").replaceAll("[\\h-]", "");
            if (!open.hasLocal(number)) {
                all.add(new PersonalDataFinding(
                        PersonalDataKind.LANDLINE, local.start("number"), local.end("number"), Phone.masked(number)));
            }
        }
    }

    /** The first of findings that overlap; of two that begin together the longer one. */
    private static List<PersonalDataFinding> apart(List<PersonalDataFinding> all) {
        all.sort(Comparator.comparing(PersonalDataFinding::begin)
                .thenComparing(PersonalDataFinding::end, Comparator.reverseOrder()));
        List<PersonalDataFinding> apart = new ArrayList<>();
        int free = 0;
        for (PersonalDataFinding finding : all) {
            if (finding.begin() >= free) {
                apart.add(finding);
                free = finding.end();
            }
        }
        return List.copyOf(apart);
    }

    /** The text with every finding masked; the gate then finds nothing but {@code open} contacts in it. */
    public static String mask(String text, OpenContacts open) {
        String masked = text;
        // Two findings may overlap, and the second one is in sight only when the first one is masked.
        for (List<PersonalDataFinding> left = find(masked, open); !left.isEmpty(); left = find(masked, open)) {
            StringBuilder next = new StringBuilder(masked);
            for (PersonalDataFinding finding : left.reversed()) {
                next.replace(finding.begin(), finding.end(), finding.masked());
            }
            masked = next.toString();
        }
        return masked;
    }
}
