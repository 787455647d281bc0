package org.linli.rules.decisions.counting;

/** What one ballot says to a question with several options. */
public sealed interface Choice {
    /** One of the options. @param code its code on the ballot paper */
    record Option(String code) implements Choice {}

    /** 均不同意: none of them. */
    record NoneOfThem() implements Choice {}

    /** 弃权. */
    record Abstain() implements Choice {}
}
