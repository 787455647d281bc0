package org.linli.decisions;

/** Inverted port: what a part of the feature does the moment a vote's notice is published, such as freezing the roll. */
public interface NoticeStep {

    /** Called in the transaction of the step, after it is recorded; an exception takes the step back. */
    void onNoticed(Vote vote);
}
