package org.linli.journeys;

import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.SentCodes;
import org.linli.testing.StaffMember;
import org.springframework.context.ApplicationContext;

/** Browsers in which somebody is signed in, each a profile of its own. */
final class SignedIn {

    private static final int PHONE_WIDTH = 390;
    private static final int DESK_WIDTH = 1280;

    private final ApplicationContext context;
    private final int port;

    SignedIn(ApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** By the code sent to the phone. @param phone as people type it, without +86 */
    Pages byPhone(String phone) {
        Pages pages = new Pages(port, PHONE_WIDTH, "zh");
        pages.open("/sign-in");
        pages.page().fill("input[name=phone]", phone);
        pages.page().locator("form:has(input[name=phone]) button[type=submit]").click();
        pages.page().fill("input[name=code]", SentCodes.latest(context.getBean(Outbox.class), "+86" + phone));
        pages.page().locator("form:has(input[name=code]) button[type=submit]").click();
        return pages;
    }

    /** Somebody who works for 白云街道. */
    StaffMember staff(Role role) {
        return new StaffMember(
                context.getBean(People.class),
                context.getBean(RealTime.class),
                role,
                new Scope.OfDivision(new DivisionCode("331002002")));
    }

    /** By password and authenticator app, at a desk. */
    Pages atDesk(StaffMember member) {
        Pages pages = new Pages(port, DESK_WIDTH, "zh");
        pages.open("/sign-in?way=staff");
        pages.page().fill("input[name=username]", member.username());
        pages.page().fill("input[name=password]", member.password());
        pages.page().click("form:has(input[name=password]) button[type=submit]");
        pages.page().fill("input[name=code]", member.code());
        pages.page().click("form:has(input[name=code]) button[type=submit]");
        return pages;
    }
}
