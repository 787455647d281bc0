package org.linli.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.BusinessTime;
import org.springframework.context.MessageSource;

/** The words, dates and numbers of one language. */
public final class Texts {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final MessageSource messages;
    private final Locale locale;

    public Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The text of a key. @throws org.springframework.context.NoSuchMessageException if nobody wrote it */
    public String t(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of a key, or of another one where nobody wrote it. */
    public String tOr(String key, String other) {
        @Nullable String text = messages.getMessage(key, null, null, locale);
        return text == null ? t(other) : text;
    }

    /** The text of an enum constant, by the key {@code <prefix>.<CONSTANT>}. */
    public String of(String prefix, Enum<?> constant) {
        return t(prefix + "." + constant.name());
    }

    /** Plain text, or text keys marked with {@code ~} and joined by {@code |}, as rows of figures carry them. */
    public String cell(String cell) {
        if (!cell.startsWith("~")) {
            return cell;
        }
        return Arrays.stream(cell.split("\\|", -1))
                .map(key -> t(key.substring(1)))
                .collect(Collectors.joining(isChinese() ? "；" : "; "));
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    public Locale locale() {
        return locale;
    }

    public String date(@Nullable LocalDate day) {
        return day == null ? "—" : day.toString();
    }

    /** Day and minute in China. */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? "—"
                : LocalDateTime.ofInstant(instant, BusinessTime.ZONE).format(MINUTES);
    }

    /** Whole number with thousands separators. */
    public String number(@Nullable Number number) {
        return number == null ? "—" : String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /** Area in m² with two decimals, from 0.01 m². */
    public String area(@Nullable Long areaDm2) {
        return areaDm2 == null ? "—" : hundredths(areaDm2) + " m²";
    }

    /** Money in yuan with two decimals, from fen. */
    public String yuan(@Nullable Long fen) {
        return fen == null ? "—" : hundredths(fen);
    }

    /** A target in per cent without useless zeros, from 0.01 %: {@code 85}, {@code 85.5}. */
    public String percent(int basisPoints) {
        return java.math.BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private static String hundredths(long value) {
        return String.format(
                Locale.ROOT, "%s%,d.%02d", value < 0 ? "-" : "", Math.abs(value) / 100, Math.abs(value) % 100);
    }
}
