package org.linli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.linli.people.People;
import org.linli.platform.home.ReadyNote;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.Secrets;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.settings.Portal;
import org.linli.platform.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People who can sign in to the demo. Their password and second factors are made at the first start, for this home alone. */
@Component
@Order(20)
class DemoAccounts implements ApplicationRunner, ReadyNote {

    private static final String MADE = "demo.accounts";
    private static final LocalDate SINCE = LocalDate.of(2023, 1, 1);

    private final Portal portal;
    private final Settings settings;
    private final People people;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    DemoAccounts(Portal portal, Settings settings, People people, Secrets secrets, TransactionTemplate transaction) {
        this.portal = portal;
        this.settings = settings;
        this.people = people;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    private record Staff(String username, String name, Role role, Supplier<Scope> scope) {}

    private static final List<Staff> STAFF = List.of(
            new Staff("city", "市局小陈", Role.CITY, () -> division("3310")),
            new Staff("jiaojiang", "椒江区局老王", Role.COUNTY, () -> division("331002")),
            new Staff("baiyun", "白云街道小李", Role.STREET, () -> division("331002002")),
            new Staff("baiyun2", "白云街道小赵", Role.COMMUNITY_WORKER, () -> division("331002002")),
            new Staff("baiyun3", "横河社区小孙", Role.COMMUNITY_WORKER, () -> division("331002002001")),
            new Staff("auditor", "审计员", Role.AUDITOR, Scope.OfPlatform::new),
            new Staff("system", "系统管理员", Role.SYSTEM_ADMIN, Scope.OfPlatform::new),
            new Staff("security", "安全管理员", Role.SECURITY_ADMIN, Scope.OfPlatform::new));

    private static Scope division(String code) {
        return new Scope.OfDivision(new DivisionCode(code));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (portal.demo() && settings.find(MADE).isEmpty()) {
            transaction.executeWithoutResult(status -> make());
        }
    }

    private void make() {
        for (Staff staff : STAFF) {
            byte[] totp = java.util.Arrays.copyOf(secrets.bytes("demo-totp-" + staff.username), 20);
            long account = people.createStaff(staff.username, staff.name, password(), totp, true);
            people.grantUnchecked(account, staff.role, staff.scope.get(), SINCE);
        }
        settings.set(MADE, "1");
    }

    private String password() {
        String text = secrets.text("demo-password");
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8, 12);
    }

    @Override
    public List<String> lines(String address) {
        if (!portal.demo()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Demo sign-ins (staff: " + address + "/sign-in; the second step shows the code in the demo):");
        for (Staff staff : STAFF) {
            lines.add(String.format(
                    "  %-10s  password %s  %s %s",
                    staff.username, password(), staff.role, staff.scope.get().key()));
        }
        lines.add("  owners by phone 13900000001, …2, …3, and 13900000009 without a home; the one-time code is at "
                + address + "/demo/outbox");
        lines.add("Stop with Ctrl-C.");
        return lines;
    }
}
