package dev.gatehouse.jenkins;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** The plugin stays thin, and its packages stay in order. */
final class PluginHouseTest {
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.gatehouse.jenkins");

    @Test
    void nothingOfAScannerATrackerOrAServerIsOnTheController() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.gatehouse.scanners..",
                        "dev.gatehouse.engine..",
                        "dev.gatehouse.trackers..",
                        "dev.gatehouse.server..",
                        "dev.gatehouse.cli..")
                .check(PLUGIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.gatehouse.jenkins.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PLUGIN);
    }

    @Test
    void onlyTheMachineAndTheStepsKnowLaunchers() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.gatehouse.jenkins.page..", "dev.gatehouse.jenkins.result..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("hudson.Launcher")
                .check(PLUGIN);
    }

    /** Whatever can be asked for by an address and is no page asks for POST; reading is not changing. */
    @Test
    void whatChangesSomethingOrTellsOfCredentialsWantsPost() {
        methods()
                .that()
                .haveNameMatching("do(?!Dynamic$)[A-Z].*")
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith(POST.class)
                .orShould()
                .beAnnotatedWith(RequirePOST.class)
                .check(PLUGIN);
    }
}
