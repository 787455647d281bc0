package org.linli.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.messages.Inbox.Received;

/**
 * One's own messages.
 *
 * @param thread the thread shown whole, null for the latest of each
 * @param messages newest first
 * @param older id from which older ones go on, null when these were the last
 */
public record InboxPage(
        @Nullable String thread,
        List<Received> messages,
        @Nullable Long older) {

    /** @param found one more than fit on a page, if there are */
    static InboxPage of(@Nullable String thread, List<Received> found, int most) {
        boolean more = found.size() > most;
        List<Received> shown = more ? found.subList(0, most) : found;
        return new InboxPage(thread, shown, more ? shown.getLast().id() : null);
    }
}
