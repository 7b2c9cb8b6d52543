package dev.gatehouse.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions between the rooms of the house. */
class HouseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.gatehouse");

    @Test
    void findingsDependOnNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.gatehouse.findings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.gatehouse.scanners..",
                        "dev.gatehouse.engine..",
                        "dev.gatehouse.trackers..",
                        "dev.gatehouse.policy..",
                        "dev.gatehouse.cli..")
                .check(CLASSES);
    }

    @Test
    void scannersAndPolicyDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.gatehouse.scanners..", "dev.gatehouse.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.gatehouse.policy..", "dev.gatehouse.trackers..", "dev.gatehouse.cli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.gatehouse.policy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.gatehouse.scanners..",
                        "dev.gatehouse.engine..",
                        "dev.gatehouse.trackers..",
                        "dev.gatehouse.cli..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void trackersKnowFindingsOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.gatehouse.trackers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.gatehouse.scanners..",
                        "dev.gatehouse.engine..",
                        "dev.gatehouse.policy..",
                        "dev.gatehouse.cli..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theServerKnowsFindingsAndPolicyOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.gatehouse.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.gatehouse.scanners..",
                        "dev.gatehouse.engine..",
                        "dev.gatehouse.trackers..",
                        "dev.gatehouse.cli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("dev.gatehouse.findings..", "dev.gatehouse.policy..", "dev.gatehouse.trackers..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.gatehouse.server..")
                .check(CLASSES);
    }

    @Test
    void theLightCoreOpensNoConnection() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.gatehouse.findings..", "dev.gatehouse.policy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "dev.gatehouse.ledger..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.gatehouse.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
