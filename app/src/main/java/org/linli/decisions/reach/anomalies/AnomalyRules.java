package org.linli.decisions.reach.anomalies;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.reach.BallotsIn;
import org.linli.platform.time.BusinessTime;

/** Finds ballots that look odd, by how and when they came. Source: peers 4 no. 8; all limits are our own defaults [D]. */
public final class AnomalyRules {

    private static final LocalTime NIGHT_FROM = LocalTime.of(23, 0);
    private static final LocalTime NIGHT_UNTIL = LocalTime.of(6, 0);
    private static final int DEVICE_DIGITS = 8;

    private AnomalyRules() {}

    /**
     * @param ballots by position
     * @param registered since when a device stands at a voting point, by its keyed hash
     * @param collectors who brought a paper in, by serial; papers that owners brought themselves are absent
     */
    static List<Anomaly> find(
            List<BallotsIn.Line> ballots,
            Map<String, Instant> registered,
            Map<String, String> collectors,
            AnomalyLimits limits) {
        List<Anomaly> found = new ArrayList<>();
        found.addAll(grouped(Anomaly.Kind.DEVICE, ballots, line -> device(line, registered), limits.deviceHeads()));
        found.addAll(
                grouped(Anomaly.Kind.ACCOUNT, ballots, line -> account(line, Channel.PHONE), limits.accountHeads()));
        found.addAll(grouped(
                Anomaly.Kind.COLLECTOR,
                ballots,
                line -> line.serial() == null ? null : collectors.get(line.serial()),
                limits.collectorHeads()));
        found.addAll(bursts(ballots, limits));
        found.addAll(grouped(Anomaly.Kind.PROXY, ballots, line -> account(line, Channel.PROXY), limits.proxyHeads()));
        found.addAll(nights(ballots, limits));
        return found;
    }

    /** Whether the ballot came from a device that stood at a voting point by then. */
    static boolean isRegistered(BallotsIn.Line line, Map<String, Instant> registered) {
        @Nullable Instant since = line.device() == null ? null : registered.get(line.device());
        return since != null && !line.receivedAt().isBefore(since);
    }

    private static @Nullable String device(BallotsIn.Line line, Map<String, Instant> registered) {
        return line.device() == null || isRegistered(line, registered) ? null : shortDevice(line.device());
    }

    /** A device as it is named on pages. @param device keyed hash in hexadecimal */
    public static String shortDevice(String device) {
        return device.substring(0, Math.min(DEVICE_DIGITS, device.length()));
    }

    private static @Nullable String account(BallotsIn.Line line, Channel channel) {
        return line.channel() == channel && line.account() != null
                ? line.account().toString()
                : null;
    }

    private static List<Anomaly> grouped(
            Anomaly.Kind kind,
            List<BallotsIn.Line> ballots,
            Function<BallotsIn.Line, @Nullable String> subject,
            int limit) {
        Map<String, List<BallotsIn.Line>> groups = new TreeMap<>();
        for (BallotsIn.Line line : ballots) {
            @Nullable String key = subject.apply(line);
            if (key != null) {
                groups.computeIfAbsent(key, first -> new ArrayList<>()).add(line);
            }
        }
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() >= limit)
                .map(group -> anomaly(kind, group.getKey(), group.getValue()))
                .toList();
    }

    /** Runs in which each stretch of the limit's length lies within the limit's minutes; overlapping stretches are one run. */
    private static List<Anomaly> bursts(List<BallotsIn.Line> ballots, AnomalyLimits limits) {
        List<BallotsIn.Line> byTime = ballots.stream()
                .filter(line -> line.channel() != Channel.PAPER)
                .sorted(java.util.Comparator.comparing(BallotsIn.Line::receivedAt))
                .toList();
        List<Anomaly> found = new ArrayList<>();
        List<BallotsIn.Line> run = new ArrayList<>();
        int runEnd = -1;
        for (int last = limits.burstBallots() - 1; last < byTime.size(); last++) {
            int first = last - limits.burstBallots() + 1;
            Duration length = Duration.between(
                    byTime.get(first).receivedAt(), byTime.get(last).receivedAt());
            if (length.compareTo(Duration.ofMinutes(limits.burstMinutes())) > 0) {
                continue;
            }
            if (first > runEnd && !run.isEmpty()) {
                found.add(anomaly(Anomaly.Kind.BURST, "", run));
                run.clear();
            }
            run.addAll(byTime.subList(Math.max(first, runEnd + 1), last + 1));
            runEnd = last;
        }
        if (!run.isEmpty()) {
            found.add(anomaly(Anomaly.Kind.BURST, "", run));
        }
        return found;
    }

    private static Collection<Anomaly> nights(List<BallotsIn.Line> ballots, AnomalyLimits limits) {
        Map<LocalDate, List<BallotsIn.Line>> nights = ballots.stream()
                .filter(line -> line.channel() != Channel.PAPER)
                .filter(AnomalyRules::isAtNight)
                .collect(Collectors.groupingBy(AnomalyRules::evening, TreeMap::new, Collectors.toList()));
        return nights.values().stream()
                .filter(night -> night.size() >= limits.nightBallots())
                .map(night -> anomaly(Anomaly.Kind.NIGHT, "", night))
                .toList();
    }

    private static boolean isAtNight(BallotsIn.Line line) {
        LocalTime at = LocalTime.ofInstant(line.receivedAt(), BusinessTime.ZONE);
        return !at.isBefore(NIGHT_FROM) || at.isBefore(NIGHT_UNTIL);
    }

    /** The day on which the night began. */
    private static LocalDate evening(BallotsIn.Line line) {
        LocalDateTime at = LocalDateTime.ofInstant(line.receivedAt(), BusinessTime.ZONE);
        return at.toLocalTime().isBefore(NIGHT_UNTIL) ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    }

    private static Anomaly anomaly(Anomaly.Kind kind, String subject, List<BallotsIn.Line> lines) {
        return new Anomaly(
                kind,
                subject,
                lines.stream().map(BallotsIn.Line::entry).toList(),
                lines.stream().map(BallotsIn.Line::leafNo).toList(),
                lines.stream()
                        .map(BallotsIn.Line::receivedAt)
                        .min(java.util.Comparator.naturalOrder())
                        .orElseThrow(),
                lines.stream()
                        .map(BallotsIn.Line::receivedAt)
                        .max(java.util.Comparator.naturalOrder())
                        .orElseThrow());
    }
}
