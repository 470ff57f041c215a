package io.throughline.feedback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.throughline.feedback", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("..feedback.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "..feedback.domain..",
                    "io.throughline.contracts..",
                    "org.jspecify.annotations..",
                    // Intervals and quantiles: pure functions.
                    "org.apache.commons.statistics..",
                    "com.datadoghq.sketch.ddsketch.mapping..")
            .because("a KPI must be the same number in the stream, in a batch and on anybody's desk: keep Kafka,"
                    + " Quarkus and the database in the packages around it");

    @ArchTest
    static final ArchRule DOMAIN_TAKES_TIME_AS_AN_ARGUMENT = classes()
            .that()
            .resideInAPackage("..feedback.domain..")
            .should()
            .onlyDependOnClassesThat()
            .doNotHaveFullyQualifiedName("java.time.Clock")
            .andShould()
            .onlyDependOnClassesThat()
            .doNotHaveFullyQualifiedName("java.util.Random");
}
