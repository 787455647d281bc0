package org.linli.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;

/** What somebody asks {@code count}. */
sealed interface CountRequest {
    /** @param problems what cannot be answered and why, in the reader's words; not empty */
    record Refused(List<String> problems) implements CountRequest {}

    /** @param verdict the answer @param json whether a machine reads it @param words the reader's language */
    record Accepted(Verdict verdict, boolean json, Words words) implements CountRequest {}

    /** Reads the arguments after {@code count}; {@code --lang} goes before the environment's language. */
    static CountRequest read(List<String> arguments, Locale environment) {
        return new Reader(environment).read(arguments);
    }

    /** One reading of arguments, which gathers every problem before it refuses. */
    final class Reader {
        private static final List<String> WITH_VALUE = List.of("--class", "--total", "--voted", "--agreed", "--lang");
        private static final String JSON = "--json";
        private static final Pattern WEIGHT = Pattern.compile("(-?)([0-9]{1,18})/(-?)([0-9]{1,18})");

        private final Map<String, String> options = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private Words words;

        Reader(Locale environment) {
            words = new Words(environment);
        }

        CountRequest read(List<String> arguments) {
            gather(arguments);
            Optional<DecisionClass> decisionClass = decisionClass();
            Optional<Weight> total = weight("--total");
            Optional<Weight> voted = weight("--voted");
            Optional<Weight> agreed = weight("--agreed");
            if (total.isPresent() && voted.isPresent() && agreed.isPresent()) {
                Tally.problems(total.get(), voted.get(), agreed.get())
                        .forEach(finding -> problems.add(words.text(finding.problem(), words.text(finding.axis()))));
            }
            if (!problems.isEmpty()) {
                problems.add(words.text("usage"));
                return new Refused(problems);
            }
            Tally tally = new Tally(total.orElseThrow(), voted.orElseThrow(), agreed.orElseThrow());
            Verdict verdict = DoubleMajority.decide(decisionClass.orElseThrow(), tally);
            return new Accepted(verdict, options.containsKey(JSON), words);
        }

        private void gather(List<String> arguments) {
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                String option = arguments.get(i);
                boolean withValue = WITH_VALUE.contains(option) && i + 1 < arguments.size();
                if (!withValue && !option.equals(JSON) || options.containsKey(option)) {
                    unknown.add(option);
                } else {
                    options.put(option, withValue ? arguments.get(++i) : "");
                }
            }
            chooseLanguage();
            unknown.forEach(option -> problems.add(words.text("option", option)));
        }

        private void chooseLanguage() {
            String language = options.get("--lang");
            if (language == null) {
                return;
            }
            if (language.equals("zh") || language.equals("en")) {
                words = new Words(Locale.of(language));
            } else {
                problems.add(words.text("lang", language));
            }
        }

        private Optional<DecisionClass> decisionClass() {
            String name = options.getOrDefault("--class", "");
            for (DecisionClass decisionClass : DecisionClass.values()) {
                if (decisionClass.name().equalsIgnoreCase(name)) {
                    return Optional.of(decisionClass);
                }
            }
            problems.add(words.text("class", name));
            return Optional.empty();
        }

        private Optional<Weight> weight(String option) {
            String text = options.getOrDefault(option, "");
            Matcher matcher = WEIGHT.matcher(text);
            if (!matcher.matches()) {
                problems.add(words.text("weight", option, text));
                return Optional.empty();
            }
            if (!matcher.group(1).isEmpty() || !matcher.group(3).isEmpty()) {
                problems.add(words.text("negative", option, text));
                return Optional.empty();
            }
            long areaDm2 = Long.parseLong(matcher.group(2));
            long heads = Long.parseLong(matcher.group(4));
            if (areaDm2 > Weight.MAX_AREA_DM2 || heads > Integer.MAX_VALUE) {
                problems.add(words.text("large", option, text));
                return Optional.empty();
            }
            return Optional.of(new Weight(areaDm2, (int) heads));
        }
    }
}
