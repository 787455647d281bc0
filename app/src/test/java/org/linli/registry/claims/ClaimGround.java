package org.linli.registry.claims;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.registry.Communities;
import org.linli.registry.Fields;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerChange;
import org.linli.registry.Registered;
import org.linli.rules.codes.ResidentId;
import org.springframework.stereotype.Component;

/** A community of two homes for one test: the first of a couple, the second of one person; and people without homes. */
@Component
public class ClaimGround {

    public static final String WANG = number(1);
    public static final String LI = number(2);
    public static final String ZHAO = number(3);
    public static final String CERTIFICATE = "浙（2019）台州不动产权第0012345号";

    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);
    private static final AtomicInteger PHONES = new AtomicInteger(1000);

    private final Communities communities;
    private final Homes homes;
    private final Divisions divisions;
    private final People people;

    ClaimGround(Communities communities, Homes homes, Divisions divisions, People people) {
        this.communities = communities;
        this.homes = homes;
        this.divisions = divisions;
        this.people = people;
    }

    private static String number(int n) {
        String first17 = "3310021980010100" + n;
        return first17 + ResidentId.checkCharacter(first17);
    }

    public CommunityId community() {
        CommunityId id = Registered.community(communities, divisions);
        homes.addBuilding(id, "1幢", 6, 2, BUILT, Registered.CLERK);
        for (String room : new String[] {"101", "102"}) {
            homes.addHome(
                    id,
                    new Homes.NewHome(1, "2", room, "RESIDENCE", 8_950L, "REGISTER", "SOLD_UNDELIVERED"),
                    BUILT,
                    Registered.CLERK);
        }
        own(
                id,
                1,
                0,
                "DELIVERY",
                "2002-01-10",
                Map.of(
                        "form",
                        "JOINT",
                        "certificate",
                        CERTIFICATE,
                        "owner1.name",
                        "王建国",
                        "owner1.id_number",
                        WANG,
                        "owner1.phone",
                        "13800005501",
                        "owner2.name",
                        "李秀英",
                        "owner2.id_number",
                        LI,
                        "owner2.phone",
                        "13800005502"));
        own(id, 2, 0, "DELIVERY", "2002-01-10", Map.of("form", "SOLE", "owner1.name", "赵一鸣", "owner1.id_number", ZHAO));
        return id;
    }

    public void own(CommunityId id, int home, int version, String cause, String on, Map<String, String> owners) {
        Map<String, String> typed = new HashMap<>(Map.of("cause", cause, "on", on, "evidence", "不动产权证"));
        typed.putAll(owners);
        Fields fields = new Fields(typed);
        OwnerChange change = OwnerChange.read(fields, Registered.DAY);
        Outcome outcome = homes.changeOwners(id, home, version, change, Registered.CLERK);
        if (!fields.isSound() || !(outcome instanceof Outcome.Stored)) {
            throw new IllegalArgumentException(typed + " " + outcome);
        }
    }

    public HomeWords words(CommunityId id, String room) {
        return new HomeWords(id, "1号楼", "2单元", room + "室");
    }

    /** A phone that no other test uses. */
    public static String phone() {
        return "1370000" + PHONES.incrementAndGet();
    }

    public OwnClaims.Who somebody(String name) {
        return new OwnClaims.Who(people.createPhoneUser(name, "+86" + phone(), false), name);
    }

    public static Viewer viewer(long account, Role role, String division) {
        return new Viewer(account, "测试员" + account, 1, role, new Scope.OfDivision(new DivisionCode(division)), "白云街道");
    }
}
