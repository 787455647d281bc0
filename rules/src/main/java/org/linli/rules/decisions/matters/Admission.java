package org.linli.rules.decisions.matters;

import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.law.Citation;

/** Whether a matter can be put to the owners' vote. */
public sealed interface Admission {
    Citation citation();

    /**
     * The assembly decides it.
     *
     * @param decisionClass the consent it needs
     * @param citation where the law says so
     */
    record Vote(DecisionClass decisionClass, Citation citation) implements Admission {}

    /**
     * No vote can decide it: every owner with an interest must agree, which is a record of consents.
     *
     * @param citation where the law says so
     */
    record NoVote(Citation citation) implements Admission {}
}
