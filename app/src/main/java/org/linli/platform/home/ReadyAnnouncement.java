package org.linli.platform.home;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last line of a start: where Linli answers, and what a newcomer needs to sign in. */
@Component
class ReadyAnnouncement {

    private final Progress progress;
    private final List<ReadyNote> notes;
    private final String path;

    /** @param path the sub-path that Linli answers under; a lone slash is none */
    ReadyAnnouncement(Progress progress, List<ReadyNote> notes, @Value("${server.servlet.context-path:}") String path) {
        this.progress = progress;
        this.notes = notes;
        this.path = path.equals("/") ? "" : path;
    }

    @EventListener
    void announce(ApplicationReadyEvent ready) {
        String address = "http://localhost:" + port(ready) + path;
        progress.say("");
        progress.say("Linli is ready: " + address);
        notes.forEach(note -> note.lines(address).forEach(progress::say));
    }

    private static int port(ApplicationReadyEvent ready) {
        return ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }
}
