package org.linli.decisions.roll;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.Roll;
import org.linli.rules.decisions.roll.RollEntry;
import org.linli.rules.decisions.roll.RollRules;
import org.linli.rules.decisions.roll.RollTerms;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;
import org.springframework.stereotype.Component;

/**
 * The heads of a whole area as the register stands on a day: who is one person when owners sign something outside of a vote. Parking
 * does not count and only the same owners are one person, as on a roll whose notice says nothing else [D].
 */
@Component
public class RegisterHeads {

    private static final Pattern BLANKS = Pattern.compile("\\s");

    private final RegisterParts registers;

    RegisterHeads(RegisterParts registers) {
        this.registers = registers;
    }

    /**
     * @param weights area and one head of each, by its number
     * @param byHome number of the head of each home that counts
     * @param homes all homes by number
     */
    public record Heads(List<Weight> weights, Map<Integer, Integer> byHome, Map<Integer, Home> homes) {

        public Heads {
            weights = List.copyOf(weights);
            byHome = Map.copyOf(byHome);
            homes = Map.copyOf(homes);
        }

        /** The whole area and all heads. */
        public Weight total() {
            return sum(weights.stream());
        }

        /** What these heads weigh together. */
        public Weight of(Set<Integer> some) {
            return sum(some.stream().map(weights::get));
        }

        private static Weight sum(Stream<Weight> weights) {
            return weights.reduce(Weight.ZERO, Weight::plus);
        }

        /** The head of which somebody is an owner by this home; empty if the home does not count or is not that owner's. */
        public Optional<Integer> of(int homeNo, int ownerNo) {
            return Optional.ofNullable(homes.get(homeNo))
                    .filter(home -> home.owners().contains(ownerNo))
                    .map(home -> byHome.get(homeNo));
        }

        /** The home of a building that is meant by a room such as 301 or 1-301; empty unless it is exactly one. */
        public Optional<Home> home(int building, String room) {
            String typed = BLANKS.matcher(room).replaceAll("").replace("单元", "-");
            List<Home> fitting = homes.values().stream()
                    .filter(home -> home.building() == building)
                    .filter(home -> typed.equals(home.room()) || typed.equals(home.unit() + "-" + home.room()))
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
        }
    }

    /** @param owners in the order of the certificate */
    public record Home(int number, int building, String unit, String room, List<Integer> owners) {
        public Home {
            owners = List.copyOf(owners);
        }
    }

    /** The heads of a community on a day, with today's knowledge of that day. */
    public Heads on(CommunityId community, LocalDate day) {
        Register register = registers.read(community, day);
        @Nullable Integer developer = register.persons().developer();
        Roll roll = RollRules.roll(
                register.sources().stream().map(SourcePart::part).toList(),
                new RollTerms(ParkingRule.OUT, OwnerSetRule.SAME_SET, developer == null ? null : developer.toString()));
        Map<Integer, Integer> byHome = new HashMap<>();
        int head = 0;
        for (RollEntry entry : roll.entries()) {
            for (String home : entry.parts()) {
                byHome.put(Integer.valueOf(home), head);
            }
            head++;
        }
        return new Heads(
                roll.entries().stream().map(RollEntry::weight).toList(),
                byHome,
                register.parts().stream()
                        .map(RegisterHeads::home)
                        .collect(Collectors.toMap(Home::number, home -> home)));
    }

    private static Home home(RegisterPart part) {
        return new Home(
                part.homeNo(),
                part.source().buildingNo(),
                part.unit(),
                part.room(),
                part.source().owners());
    }
}
