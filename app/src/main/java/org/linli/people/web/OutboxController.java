package org.linli.people.web;

import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a demo sent to whom; outside of a demo there is no such page. */
@Controller
class OutboxController {

    private static final int SHOWN = 30;

    private final Outbox outbox;
    private final Portal portal;

    OutboxController(Outbox outbox, Portal portal) {
        this.outbox = outbox;
        this.portal = portal;
    }

    @PublicPage
    @GetMapping("/demo/outbox")
    ModelAndView outbox() {
        if (!portal.demo()) {
            throw new NotFound();
        }
        return Views.of("people/outbox", new OutboxPage(outbox.listLatest(SHOWN)));
    }
}
