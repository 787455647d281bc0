package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperReadings;

/**
 * One paper ballot with what may be done to it.
 *
 * @param mayWrite whether this hat moves paper
 * @param mayRead whether this hat reads what is on it: neighbourhood and street only
 * @param readHere whether this person made one of the readings
 * @param questions the form of a reading, empty when none is asked of this person
 */
public record PaperPage(
        Head head,
        Paper paper,
        String address,
        PaperReadings.Wait waits,
        boolean mayWrite,
        boolean mayRead,
        boolean readHere,
        List<Question> questions,
        Refusal refusal,
        Typed typed) {

    public String path() {
        return head.desk() + "/paper/" + paper.number();
    }
}
