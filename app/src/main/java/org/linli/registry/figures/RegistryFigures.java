package org.linli.registry.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.figures.Figure;
import org.linli.registry.city.City;
import org.linli.registry.city.CommunityDay;
import org.linli.registry.figures.CommunityFigure.Definition;
import org.linli.registry.figures.CommunityFigure.Part;
import org.linli.rules.coverage.ProfessionalCoverage;
import org.linli.rules.coverage.ServiceState;
import org.linli.rules.registry.BaseRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The definitions of the registry's figures.
 *
 * <p>Source: domain d.3 (coverage) and j.6 (populations) [D]; base registration as read in domain "Decided".
 */
@Configuration(proxyBeanMethods = false)
class RegistryFigures {

    private static final String REGISTRY_VERSION = "registry-2023.1";

    @Bean
    Figure professionalCoverage(City city, Divisions divisions) {
        return new CommunityFigure(
                city,
                divisions,
                new Definition(
                        "professional-coverage",
                        Figure.Kind.SHARE,
                        10,
                        "ALL_RESIDENTIAL",
                        ProfessionalCoverage.VERSION,
                        community -> true,
                        community -> 1,
                        "counted",
                        List.of(
                                new Part(
                                        "counted",
                                        community -> community.coverage().counted()),
                                new Part(
                                        "not-counted",
                                        community -> !community.coverage().counted())),
                        RegistryFigures::whyNotCounted));
    }

    @Bean
    Figure serviceStates(City city, Divisions divisions) {
        return new CommunityFigure(
                city,
                divisions,
                new Definition(
                        "service-states",
                        Figure.Kind.COMPOSITION,
                        20,
                        "ALL_RESIDENTIAL",
                        ProfessionalCoverage.VERSION,
                        community -> true,
                        community -> 1,
                        "",
                        Arrays.stream(ServiceState.values())
                                .map(state -> new Part(
                                        state.name(),
                                        community -> community.coverage().state() == state))
                                .toList(),
                        RegistryFigures::whyNotCounted));
    }

    @Bean
    Figure baseRegistration(City city, Divisions divisions) {
        return new CommunityFigure(
                city,
                divisions,
                new Definition(
                        "base-registration",
                        Figure.Kind.SHARE,
                        30,
                        "REGISTER_SCOPE",
                        BaseRegistration.VERSION,
                        CommunityDay::due,
                        community -> 1,
                        "complete",
                        List.of(
                                new Part("complete", CommunityDay::complete),
                                new Part("incomplete", community -> !community.complete())),
                        RegistryFigures::whyIncomplete));
    }

    @Bean
    Figure communities(City city, Divisions divisions) {
        return new CommunityFigure(
                city,
                divisions,
                new Definition(
                        "communities",
                        Figure.Kind.COUNT,
                        50,
                        "ALL_RESIDENTIAL",
                        REGISTRY_VERSION,
                        community -> true,
                        community -> 1,
                        "",
                        List.of(),
                        community -> ""));
    }

    @Bean
    Figure residents(City city, Divisions divisions) {
        return new CommunityFigure(
                city,
                divisions,
                new Definition(
                        "residents",
                        Figure.Kind.SHARE,
                        60,
                        "RESIDENTS_OF_ALL_RESIDENTIAL",
                        ProfessionalCoverage.VERSION,
                        community -> true,
                        CommunityDay::residents,
                        "counted",
                        List.of(
                                new Part(
                                        "counted",
                                        community -> community.coverage().counted()),
                                new Part(
                                        "not-counted",
                                        community -> !community.coverage().counted())),
                        community -> ""));
    }

    private static String whyNotCounted(CommunityDay community) {
        if (community.coverage().continuing()) {
            return "~coverage.continuing";
        }
        return community.coverage().reasons().stream()
                .sorted()
                .map(reason -> "~not-counted." + reason.name())
                .collect(Collectors.joining("|"));
    }

    private static String whyIncomplete(CommunityDay community) {
        String missing = community.missing().stream()
                .sorted()
                .map(field -> "~base-field." + field.name())
                .collect(Collectors.joining("|"));
        if (!missing.isEmpty()) {
            return "~base-registration.blanks|" + missing;
        }
        return community.complete() ? "" : "~base-registration.not-verified";
    }
}
