package org.linli.decisions.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.Communities;
import org.linli.registry.Homes;
import org.linli.registry.OwnerChange;
import org.linli.registry.Registered;
import org.linli.rules.codes.ResidentId;
import org.springframework.context.ApplicationContext;

/**
 * A community of 白云街道 云西社区 with homes and owners, made for one test. Homes are numbered from 1 in the order in which they were
 * added; so are owners.
 */
public final class Homestead {

    /** Long before any vote of a test. */
    public static final LocalDate BUILT = LocalDate.of(2001, 5, 1);

    private static final int ROOMS_ON_A_FLOOR = 4;

    private final Homes homes;
    private final CommunityId id;
    private final List<String> buildings = new ArrayList<>();
    private int count;

    private Homestead(Homes homes, CommunityId id) {
        this.homes = homes;
        this.id = id;
    }

    /** An empty community with one building. */
    public static Homestead empty(ApplicationContext context) {
        CommunityId id = Registered.community(context.getBean(Communities.class), context.getBean(Divisions.class));
        return new Homestead(context.getBean(Homes.class), id).building("1幢");
    }

    /** A community of so many flats of 100.00 m², each with one owner of its own. */
    public static Homestead of(ApplicationContext context, int flats) {
        Homestead made = empty(context);
        for (int i = 1; i <= flats; i++) {
            made.flat(10_000L, person(i));
        }
        return made;
    }

    public CommunityId id() {
        return id;
    }

    /** One more building; homes added later stand in it. */
    public Homestead building(String label) {
        Registered.key(homes.addBuilding(id, label, 6, 2, BUILT, Registered.CLERK));
        buildings.add(label);
        return this;
    }

    /** A delivered flat of these owners. */
    public Homestead flat(long areaDm2, OwnerChange.Person... owners) {
        return home("RESIDENCE", areaDm2, owners);
    }

    /** A delivered part of these owners. @param use as in the register, such as PARKING; @param areaDm2 null when unknown */
    public Homestead home(String use, @Nullable Long areaDm2, OwnerChange.Person... owners) {
        int number = undelivered(use, areaDm2);
        deliver(number, BUILT.plusYears(1), owners);
        return this;
    }

    /** A part sold and not delivered yet; returns its number. */
    public int undelivered(String use, @Nullable Long areaDm2) {
        int floor = count / ROOMS_ON_A_FLOOR + 1;
        String room = floor + "0" + (count % ROOMS_ON_A_FLOOR + 1);
        String unit = Integer.toString(count % 2 + 1);
        count++;
        return Integer.parseInt(Registered.key(homes.addHome(
                id,
                new Homes.NewHome(buildings.size(), unit, room, use, areaDm2, "REGISTER", "SOLD_UNDELIVERED"),
                BUILT,
                Registered.CLERK)));
    }

    public Homestead deliver(int home, LocalDate on, OwnerChange.Person... owners) {
        return pass(home, OwnerChange.Cause.DELIVERY, on, owners);
    }

    /** Somebody else owns the home from a day on. */
    public Homestead sell(int home, LocalDate on, OwnerChange.Person... owners) {
        return pass(home, OwnerChange.Cause.SALE, on, owners);
    }

    private Homestead pass(int home, OwnerChange.Cause cause, LocalDate on, OwnerChange.Person... owners) {
        OwnerChange.Form form = owners.length == 1 ? OwnerChange.Form.SOLE : OwnerChange.Form.JOINT;
        int version = homes.find(id, home, on, Registered.CITY).orElseThrow().version();
        Registered.key(homes.changeOwners(
                id,
                home,
                version,
                new OwnerChange(cause, on, "测试", null, form, List.of(owners), List.of()),
                Registered.CLERK));
        return this;
    }

    /** The same number is the same person, in any community. @param number from 1 to 999 */
    public static OwnerChange.Person person(int number) {
        String first17 = "33100219700101" + String.format("%03d", number);
        return new OwnerChange.Person(
                OwnerChange.Kind.PERSON,
                "业主" + number + "号",
                OwnerChange.IdKind.RESIDENT_ID,
                first17 + ResidentId.checkCharacter(first17),
                "+861380001" + String.format("%04d", number));
    }

    /** Somebody whose document nobody recorded. */
    public static OwnerChange.Person unidentified(String name) {
        return new OwnerChange.Person(OwnerChange.Kind.PERSON, name, null, null, null);
    }
}
