package io.throughline.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.throughline.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE_JAVA = classes()
            .that()
            .resideInAPackage("..intake.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.nio.charset..",
                    "org.jspecify.annotations..",
                    "io.throughline.contracts..",
                    "io.throughline.intake.domain..")
            .because(
                    "the contract's rules need neither framework nor parser: move the class, or hand it a plain value");

    @ArchTest
    static final ArchRule DOMAIN_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..intake.domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("time arrives as an argument, so that a test can set it");

    /** Adapters are functions: a message in, drafts out. */
    @ArchTest
    static final ArchRule ADAPTERS_KNOW_ONLY_MESSAGES = classes()
            .that()
            .resideInAPackage("..intake.webhook.*..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    // Mail has a syntax of its own.
                    "org.apache.james.mime4j..",
                    "org.jspecify.annotations..",
                    "io.throughline.contracts..",
                    "io.throughline.intake.domain..",
                    "io.throughline.intake.json..",
                    "io.throughline.intake.cloudevents..",
                    "io.throughline.intake.webhook..")
            .because("an adapter is one pure function and its tables; the rest is WebhookResource's");
}
