package org.linli.decisions.counting;

import java.util.Set;
import org.linli.decisions.VoteId;

/** Inverted port: for which entries the file proves that a ballot was delivered. Only deemed votes ask. */
public interface DeliveryProofs {

    /** Identifiers of roll entries. */
    Set<String> delivered(VoteId vote);
}
