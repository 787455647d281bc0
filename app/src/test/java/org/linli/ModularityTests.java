package org.linli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** The floors of the house, ground floor first: arrows only go down, or stay on a floor by declaration. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("platform"),
            Set.of("divisions", "people"),
            Set.of("figures", "publishing"),
            Set.of("registry"),
            Set.of("decisions"),
            Set.of("portal", "desk"),
            Set.of("demo"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.linli");

    @Test
    void modulesKeepTheirBoundaries() {
        ApplicationModules.of(Linli.class, resideInAnyPackage("org.linli.rules..", "org.linli.ledger.."))
                .verify();
    }

    @Test
    void everyModuleHasAFloorAndArrowsOnlyGoDown() {
        Map<String, Integer> floors = new java.util.HashMap<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String module : FLOORS.get(floor)) {
                floors.put(module, floor);
            }
        }

        CLASSES.stream().filter(type -> module(type.getPackageName()) != null).forEach(type -> {
            String from = module(type.getPackageName());
            Assertions.assertThat(floors).as("floor of " + from).containsKey(from);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String to = module(dependency.getTargetClass().getPackageName());
                if (to != null) {
                    Assertions.assertThat(floors.get(to))
                            .as(dependency.getDescription())
                            .isLessThanOrEqualTo(floors.get(from));
                }
            });
        });
    }

    @Test
    void nobodyAsksTheWallClockBehindTheBackOfTheInjectedOnes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.linli.platform.time")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "now() of java.time or System.currentTimeMillis()",
                        (JavaCall<?> call) ->
                                call.getTargetOwner().getPackageName().equals("java.time")
                                                && call.getName().equals("now")
                                        || call.getTargetOwner().isEquivalentTo(System.class)
                                                && call.getName().equals("currentTimeMillis")))
                .check(CLASSES);
    }

    private static @org.jspecify.annotations.Nullable String module(String packageName) {
        if (!packageName.startsWith("org.linli.")
                || packageName.startsWith("org.linli.rules")
                || packageName.startsWith("org.linli.ledger")) {
            return null;
        }
        String rest = packageName.substring("org.linli.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
