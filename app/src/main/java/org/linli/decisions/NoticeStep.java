package org.linli.decisions;

import java.util.Optional;

/** Inverted port: what a part of the feature does the moment a vote's notice is published, such as freezing the roll. */
public interface NoticeStep {

    /**
     * Why the notice cannot be published yet: last part of the text key {@code decisions.refused.<reason>}; empty when nothing
     * stands against it.
     */
    default Optional<String> refusal(Vote vote) {
        return Optional.empty();
    }

    /** Called in the transaction of the step, after it is recorded; an exception takes the step back. */
    void onNoticed(Vote vote);
}
