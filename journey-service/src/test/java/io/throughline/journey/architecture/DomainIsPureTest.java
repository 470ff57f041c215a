package io.throughline.journey.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The one boundary that matters: the domain can be run, tested and replayed without anything around it. */
@AnalyzeClasses(packages = "io.throughline.journey", importOptions = DoNotIncludeTests.class)
class DomainIsPureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("..journey.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "io.throughline.contracts..",
                    "io.throughline.journey.domain.."))
            .because("a framework, a store or a wire format belongs into stream, readmodel or api, around the domain");

    @ArchTest
    static final ArchRule HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..journey.domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a replay must give the same: take the time as an argument");

    @ArchTest
    static final ArchRule ROLLS_NO_DICE = noClasses()
            .that()
            .resideInAPackage("..journey.domain..")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("names follow from what they name: see Ids");
}
