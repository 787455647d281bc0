package org.linli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.linli.demo.DemoCommunity.Contract;
import org.linli.divisions.Division;
import org.linli.rules.codes.CommunityCode;
import org.linli.rules.coverage.ServiceItem;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.registry.CommunityType;

/**
 * The invented communities of the demo city, the same at every start.
 *
 * <p>The sizes of the groups below are what makes the city add up to what was published in 2023 (domain "Decided",
 * hypothesis C); every figure is then counted from the rows that come of them.
 */
final class DemoPlan {

    static final int COMMUNITIES = 1215;
    static final int COMPANIES = 420;
    static final int HOUSEHOLDS = 700_000;
    static final LocalDate YEAR_START = LocalDate.of(2023, 1, 1);
    static final LocalDate AS_OF = LocalDate.of(2023, 11, 2);

    private static final int REGISTERED_IN_2023 = 46;
    private static final int SERVED_AT_YEAR_START = 844;
    private static final int NEW_IN_ZONES = 88;
    private static final int NEW_AMONG_OLD = 169;
    private static final int NEW_AMONG_REGISTERED_IN_2023 = 30;
    private static final int STARTED_TOO_LATE_TO_BE_DUE = 57;
    private static final int DUE =
            SERVED_AT_YEAR_START + NEW_AMONG_OLD + NEW_AMONG_REGISTERED_IN_2023 - STARTED_TOO_LATE_TO_BE_DUE;
    private static final int INCOMPLETE_FIELDS = 50;
    private static final int NOT_VERIFIED = 39;

    /** The streets that try the consolidated service 大物业. */
    static final Set<String> PILOT_STREETS = Set.of(
            "331002002",
            "331003001",
            "331082001",
            "331004001",
            "331081001",
            "331083001",
            "331022001",
            "331023001",
            "331024001",
            "331002003");

    private final SplittableRandom random = new SplittableRandom(20231102);
    private final Outlines outlines = new Outlines();
    private final DemoNames names;
    private final List<Division> streets;
    private final Map<String, List<Division>> neighbourhoods;

    DemoPlan(DemoNames names, List<Division> streets, Map<String, List<Division>> neighbourhoods) {
        this.names = names;
        this.streets = streets;
        this.neighbourhoods = neighbourhoods;
    }

    List<DemoCommunity> communities() {
        List<String> places = places();
        List<Fate> fates = fates(places);
        int[] households = households(places.size());
        Map<String, Integer> sequence = new HashMap<>();
        Map<String, int[]> centres = new HashMap<>();
        List<DemoCommunity> communities = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            String street = places.get(i);
            int number = sequence.merge(street, 1, Integer::sum);
            int[] centre = centres.computeIfAbsent(street, s -> outlines.point(s.substring(0, 6), random, new int[0]));
            communities.add(community(i + 1L, street, number, centre, households[i], fates.get(i)));
        }
        return communities;
    }

    /** The street of each community: streets of towns have most, then towns, then villages. */
    private List<String> places() {
        Map<Division, Integer> weights = new HashMap<>();
        for (Division street : streets) {
            weights.put(
                    street, street.name().endsWith("街道") ? 60 : street.name().endsWith("镇") ? 14 : 3);
        }
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        List<String> places = new ArrayList<>();
        for (Division street : streets) {
            long share = (long) COMMUNITIES * weight(street) / sum;
            places.addAll(Collections.nCopies((int) share, street.code().value()));
        }
        List<Division> largest = streets.stream()
                .sorted(Comparator.comparing((Division street) -> -weight(street))
                        .thenComparing(Division::code))
                .toList();
        for (int i = 0; places.size() < COMMUNITIES; i++) {
            places.add(largest.get(i % largest.size()).code().value());
        }
        Collections.sort(places);
        return places;
    }

    private static int weight(Division street) {
        return street.name().endsWith("街道") ? 60 : street.name().endsWith("镇") ? 14 : 3;
    }

    /** What becomes of a community; the counts of each are the published figures. */
    private enum Fate {
        SERVED_LONG,
        NEW_ZONE,
        NEW,
        NEW_LATE,
        NEW_REGISTERED,
        NEW_REGISTERED_LATE,
        REGISTERED_UNSERVED,
        SELF_MANAGED,
        BASIC,
        SIGNED_ONLY,
        EXPIRED,
        LONG_TRIAL,
        TOO_FEW_SERVICES,
        NONE;

        boolean isRegisteredIn2023() {
            return this == NEW_REGISTERED || this == NEW_REGISTERED_LATE || this == REGISTERED_UNSERVED;
        }
    }

    private List<Fate> fates(List<String> places) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(7));
        List<Integer> pilots = order.stream()
                .filter(i -> PILOT_STREETS.contains(places.get(i)))
                .limit(NEW_IN_ZONES)
                .toList();
        List<Integer> rest = new ArrayList<>(order);
        rest.removeAll(pilots);
        List<Fate> pool = new ArrayList<>();
        int lateRegistered = 9;
        int lateAmongOld = STARTED_TOO_LATE_TO_BE_DUE - lateRegistered;
        add(pool, Fate.SERVED_LONG, SERVED_AT_YEAR_START);
        add(pool, Fate.NEW, NEW_AMONG_OLD - NEW_IN_ZONES - lateAmongOld);
        add(pool, Fate.NEW_LATE, lateAmongOld);
        add(pool, Fate.NEW_REGISTERED, NEW_AMONG_REGISTERED_IN_2023 - lateRegistered);
        add(pool, Fate.NEW_REGISTERED_LATE, lateRegistered);
        add(pool, Fate.REGISTERED_UNSERVED, REGISTERED_IN_2023 - NEW_AMONG_REGISTERED_IN_2023);
        add(pool, Fate.SELF_MANAGED, 38);
        add(pool, Fate.BASIC, 61);
        add(pool, Fate.SIGNED_ONLY, 9);
        add(pool, Fate.EXPIRED, 5);
        add(pool, Fate.LONG_TRIAL, 2);
        add(pool, Fate.TOO_FEW_SERVICES, 4);
        add(pool, Fate.NONE, rest.size() - pool.size());
        Fate[] fates = new Fate[places.size()];
        pilots.forEach(i -> fates[i] = Fate.NEW_ZONE);
        for (int i = 0; i < rest.size(); i++) {
            fates[rest.get(i)] = pool.get(i);
        }
        return List.of(fates);
    }

    private static void add(List<Fate> pool, Fate fate, int count) {
        pool.addAll(Collections.nCopies(count, fate));
    }

    private int[] households(int communities) {
        int[] households = new int[communities];
        int[] weight = new int[communities];
        long sum = 0;
        for (int i = 0; i < communities; i++) {
            weight[i] =
                    120 + random.nextInt(300) + (random.nextInt(4) == 0 ? random.nextInt(1600) : random.nextInt(500));
            sum += weight[i];
        }
        int left = HOUSEHOLDS;
        for (int i = 0; i < communities; i++) {
            households[i] = (int) ((long) HOUSEHOLDS * weight[i] / sum);
            left -= households[i];
        }
        for (int i = 0; left > 0; i++, left--) {
            households[i]++;
        }
        return households;
    }

    /** A shuffled order of the communities that are due, so that gaps are spread over the city. */
    private final List<Integer> dueOrder = shuffled(DUE);

    private int due;

    private static List<Integer> shuffled(int size) {
        List<Integer> order = new ArrayList<>(
                java.util.stream.IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(11));
        return order;
    }

    private DemoCommunity community(long id, String street, int number, int[] centre, int households, Fate fate) {
        List<Contract> contracts = contracts(fate);
        LocalDate registered = fate.isRegisteredIn2023()
                ? firstDay(contracts, LocalDate.of(2023, 9, 1)).minusDays(20)
                : LocalDate.of(2010 + random.nextInt(11), 1 + random.nextInt(12), 1 + random.nextInt(28));
        if (fate.isRegisteredIn2023() && !registered.isAfter(YEAR_START)) {
            registered = YEAR_START.plusDays(3);
        }
        if (!fate.isRegisteredIn2023() && firstDay(contracts, registered).isBefore(registered)) {
            registered = contracts.getFirst().from();
        }
        boolean isDue = isDue(fate);
        int turn = isDue ? dueOrder.get(due++) : Integer.MAX_VALUE;
        boolean gap = turn < INCOMPLETE_FIELDS;
        boolean unverified = !gap && turn < INCOMPLETE_FIELDS + NOT_VERIFIED;
        int hole = gap ? random.nextInt(3) : -1;
        List<Division> around = neighbourhoods.getOrDefault(street, List.of());
        String division = hole == 0 || around.isEmpty()
                ? street
                : DemoNames.pick(around, random).code().value();
        int[] position = outlines.point(street.substring(0, 6), random, centre);
        int year = fate == Fate.NEW_ZONE || fate == Fate.NONE || fate == Fate.BASIC
                ? 1985 + random.nextInt(17)
                : Math.min(registered.getYear(), 1998 + random.nextInt(25));
        CommunityType type = year < 2000
                ? DemoNames.pick(List.of(CommunityType.OLD, CommunityType.OLD, CommunityType.REFORMED), random)
                : DemoNames.pick(
                        List.of(
                                CommunityType.COMMODITY,
                                CommunityType.COMMODITY,
                                CommunityType.COMMODITY,
                                CommunityType.RESETTLEMENT,
                                CommunityType.AFFORDABLE,
                                CommunityType.MIXED),
                        random);
        @Nullable
        LocalDate verified = unverified
                ? (random.nextBoolean() ? null : LocalDate.of(2022, 1 + random.nextInt(9), 1 + random.nextInt(28)))
                : max(LocalDate.of(2022, 11, 10).plusDays(random.nextInt(350)), registered.plusDays(1));
        if (verified != null && verified.isAfter(AS_OF)) {
            verified = AS_OF;
        }
        return new DemoCommunity(
                id,
                CommunityCode.of(street, number),
                names.community(street, random),
                division,
                "（演示）" + DemoNames.pick(List.of("中山路", "解放路", "康平路", "花园路", "环城路", "府前街"), random)
                        + (1 + random.nextInt(600)) + "号",
                type,
                hole == 1 ? null : year,
                hole == 2 ? null : (long) households * (9_500 + random.nextInt(3_500)),
                Math.max(1, households / 40),
                households,
                (int) ((long) households * (32 + random.nextInt(5)) / 10),
                position[0],
                position[1],
                registered,
                verified == null || verified.minusDays(330).isBefore(registered) ? null : verified.minusDays(330),
                verified,
                contracts);
    }

    private static boolean isDue(Fate fate) {
        return fate == Fate.SERVED_LONG || fate == Fate.NEW_ZONE || fate == Fate.NEW || fate == Fate.NEW_REGISTERED;
    }

    private List<Contract> contracts(Fate fate) {
        return switch (fate) {
            case SERVED_LONG -> servedLong();
            case NEW_ZONE -> started(ServiceKind.ZONE, between(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 10, 1)));
            case NEW -> started(ServiceKind.PROFESSIONAL, between(LocalDate.of(2023, 1, 5), LocalDate.of(2023, 10, 3)));
            case NEW_REGISTERED ->
                started(ServiceKind.PROFESSIONAL, between(LocalDate.of(2023, 2, 5), LocalDate.of(2023, 10, 3)));
            case NEW_LATE, NEW_REGISTERED_LATE ->
                started(ServiceKind.PROFESSIONAL, between(LocalDate.of(2023, 10, 4), LocalDate.of(2023, 11, 1)));
            case SELF_MANAGED -> List.of(unserved(ServiceKind.SELF_MANAGED, allBasic()));
            case BASIC -> List.of(unserved(ServiceKind.BASIC, ServiceItem.mask(EnumSet.of(ServiceItem.CLEANING))));
            case SIGNED_ONLY -> List.of(signedOnly());
            case EXPIRED -> List.of(expired());
            case LONG_TRIAL -> List.of(longTrial());
            case TOO_FEW_SERVICES -> List.of(tooFew());
            case REGISTERED_UNSERVED, NONE -> List.of();
        };
    }

    /** Served since before 2023: by contracts of three to five years that follow each other, some running on. */
    private List<Contract> servedLong() {
        List<Contract> contracts = new ArrayList<>();
        LocalDate start = between(LocalDate.of(2014, 1, 1), LocalDate.of(2022, 12, 30));
        LocalDate from = start;
        int engagement = 1;
        int company = random.nextInt(COMPANIES * 3 / 4);
        LocalDate serviceStart = start;
        long fee = 40 + 5L * random.nextInt(40);
        while (true) {
            LocalDate to = from.plusYears(3L + random.nextInt(3)).minusDays(1);
            boolean last = to.isAfter(AS_OF) || random.nextInt(40) == 0;
            contracts.add(new Contract(
                    engagement,
                    company,
                    ServiceKind.PROFESSIONAL,
                    services(),
                    from,
                    to,
                    last && !to.isAfter(AS_OF),
                    serviceStart,
                    null,
                    fee,
                    last ? null : to.plusDays(1)));
            if (last) {
                return contracts;
            }
            from = to.plusDays(1);
            if (random.nextInt(5) == 0) {
                engagement++;
                company = random.nextInt(COMPANIES * 3 / 4);
                serviceStart = from;
                fee += 10;
            }
        }
    }

    private List<Contract> started(ServiceKind kind, LocalDate start) {
        @Nullable LocalDate trialEnd = kind == ServiceKind.ZONE ? start.plusMonths(3) : null;
        return List.of(new Contract(
                1,
                random.nextInt(COMPANIES * 3 / 4),
                kind,
                services(),
                start,
                start.plusYears(3).minusDays(1),
                false,
                start,
                trialEnd,
                kind == ServiceKind.ZONE ? 30 + 5L * random.nextInt(5) : 80 + 10L * random.nextInt(20),
                null));
    }

    private Contract unserved(ServiceKind kind, int mask) {
        LocalDate from = between(LocalDate.of(2018, 1, 1), LocalDate.of(2022, 12, 1));
        return new Contract(1, -1, kind, mask, from, null, false, from, null, 0, null);
    }

    private Contract signedOnly() {
        LocalDate from = between(LocalDate.of(2023, 9, 20), LocalDate.of(2023, 10, 30));
        return new Contract(
                1,
                random.nextInt(COMPANIES),
                ServiceKind.PROFESSIONAL,
                services(),
                from,
                from.plusYears(3),
                false,
                null,
                null,
                120,
                null);
    }

    private Contract expired() {
        LocalDate to = between(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 11, 30));
        LocalDate from = to.minusYears(3);
        return new Contract(
                1,
                random.nextInt(COMPANIES),
                ServiceKind.PROFESSIONAL,
                services(),
                from,
                to,
                false,
                from,
                null,
                90,
                null);
    }

    private Contract longTrial() {
        LocalDate from = between(LocalDate.of(2022, 1, 10), LocalDate.of(2022, 5, 30));
        return new Contract(
                1,
                random.nextInt(COMPANIES),
                ServiceKind.ZONE,
                services(),
                from,
                from.plusYears(3),
                false,
                from,
                LocalDate.of(2023, 12, 31),
                40,
                null);
    }

    private Contract tooFew() {
        LocalDate from = between(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 12, 30));
        return new Contract(
                1,
                random.nextInt(COMPANIES),
                ServiceKind.PROFESSIONAL,
                ServiceItem.mask(EnumSet.of(ServiceItem.ORDER)),
                from,
                from.plusYears(5),
                false,
                from,
                null,
                20,
                null);
    }

    private int services() {
        Set<ServiceItem> items = EnumSet.of(ServiceItem.CLEANING, ServiceItem.ORDER);
        for (ServiceItem item : ServiceItem.values()) {
            if (random.nextInt(2) == 0) {
                items.add(item);
            }
        }
        return ServiceItem.mask(items);
    }

    private static int allBasic() {
        return ServiceItem.mask(
                EnumSet.of(ServiceItem.CLEANING, ServiceItem.GREENING, ServiceItem.ORDER, ServiceItem.REPAIR));
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
    }

    private static LocalDate firstDay(List<Contract> contracts, LocalDate otherwise) {
        return contracts.isEmpty() ? otherwise : contracts.getFirst().from();
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
