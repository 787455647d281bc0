package org.linli.verifier;

import java.util.stream.Collectors;
import org.linli.rules.decisions.Fraction;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;

/** The answer as one line of JSON; every value is a number or one of our own constants, so nothing needs escaping. */
final class CountJson {
    private CountJson() {}

    static String line(Verdict verdict) {
        Tally tally = verdict.tally();
        return "{\"outcome\":\"%s\",\"class\":\"%s\",\"total\":%s,\"voted\":%s,\"agreed\":%s,\"fractions\":[%s]}"
                .formatted(
                        verdict.outcome(),
                        verdict.decisionClass(),
                        weight(tally.total()),
                        weight(tally.voted()),
                        weight(tally.agreed()),
                        verdict.fractions().stream().map(CountJson::fraction).collect(Collectors.joining(",")));
    }

    private static String weight(Weight weight) {
        return "{\"areaDm2\":%d,\"heads\":%d}".formatted(weight.areaDm2(), weight.heads());
    }

    private static String fraction(Fraction fraction) {
        return ("{\"step\":\"%s\",\"axis\":\"%s\",\"part\":%d,\"whole\":%d,\"threshold\":\"%d/%d\",\"inclusive\":%s,"
                        + "\"least\":%d,\"distance\":%d,\"met\":%s}")
                .formatted(
                        fraction.step(),
                        fraction.axis(),
                        fraction.part(),
                        fraction.whole(),
                        fraction.threshold().numerator(),
                        fraction.threshold().denominator(),
                        fraction.threshold().isInclusive(),
                        fraction.least(),
                        fraction.distance(),
                        fraction.isMet());
    }
}
