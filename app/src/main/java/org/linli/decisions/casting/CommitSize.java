package org.linli.decisions.casting;

import org.springframework.stereotype.Component;

/** How many ballots one transaction may take. One at a time is what the benchmark compares with. */
@Component
public class CommitSize {

    /** More would make those at the end of the batch wait for no gain: the commit is already shared by hundreds. */
    public static final int USUAL = 512;

    private volatile int most = USUAL;

    int most() {
        return most;
    }

    /** @throws IllegalArgumentException unless positive */
    public void limit(int ballots) {
        if (ballots < 1) {
            throw new IllegalArgumentException("no room for a ballot in a commit: " + ballots);
        }
        most = ballots;
    }
}
