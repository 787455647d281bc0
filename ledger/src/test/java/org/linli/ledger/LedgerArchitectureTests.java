package org.linli.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "org.linli.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class LedgerArchitectureTests {
    private static final DescribedPredicate<JavaClass> FLOATING = describe(
            "floating point",
            type -> type.getBaseComponentType().isEquivalentTo(double.class)
                    || type.getBaseComponentType().isEquivalentTo(float.class)
                    || type.isEquivalentTo(Double.class)
                    || type.isEquivalentTo(Float.class));

    @ArchTest
    static final ArchRule knowsNoFrameworkDatabaseLogOrClock = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "java.util.logging..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule asksNobodyForTheTime = noClasses()
            .should()
            .callMethodWhere(describe(
                    "reads the time",
                    (JavaMethodCall call) -> call.getName().equals("now")
                            || call.getName().equals("currentTimeMillis")
                            || call.getName().equals("nanoTime")));

    @ArchTest
    static final ArchRule keepsNoFloatingPoint = noFields().should().haveRawType(FLOATING);

    @ArchTest
    static final ArchRule givesNoFloatingPoint = noCodeUnits().should().haveRawReturnType(FLOATING);

    @ArchTest
    static final ArchRule takesNoFloatingPoint = noCodeUnits()
            .should()
            .haveRawParameterTypes(describe(
                    "with floating point",
                    (List<JavaClass> types) -> types.stream().anyMatch(FLOATING)));

    @ArchTest
    static final ArchRule callsNoFloatingPoint = noClasses()
            .should()
            .callMethodWhere(describe(
                    "takes or gives floating point",
                    (JavaMethodCall call) -> FLOATING.test(call.getTarget().getRawReturnType())
                            || call.getTarget().getRawParameterTypes().stream().anyMatch(FLOATING)));

    @ArchTest
    static final ArchRule keepsNoSharedStateThatChanges =
            fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule knowsNothingElseOfLinli = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "other parts of Linli",
                    type -> type.getPackageName().startsWith("org.linli.")
                            && !type.getPackageName().startsWith("org.linli.ledger")));
}
