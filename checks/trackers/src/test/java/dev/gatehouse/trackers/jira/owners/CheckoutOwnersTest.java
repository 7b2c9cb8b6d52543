package dev.gatehouse.trackers.jira.owners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.trackers.jira.settings.People;
import dev.gatehouse.trackers.jira.settings.People.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a real repository whose project is a folder of it. */
class CheckoutOwnersTest {
    @TempDir
    private Path root;

    private String first = "";

    @BeforeEach
    void history() throws Exception {
        try (var git = Git.init().setDirectory(root.toFile()).call()) {
            Files.createDirectories(root.resolve("shop/src"));
            Files.writeString(root.resolve("CODEOWNERS"), "/shop/ @org/shop @ada\n");
            Files.writeString(root.resolve("shop/src/Cart.java"), "one\ntwo\n");
            first = commit(git, "ada@shop.example");
            Files.writeString(root.resolve("shop/src/Cart.java"), "new\none\nTWO\n");
            commit(git, "bob@shop.example");
        }
    }

    private static String commit(Git git, String email) throws Exception {
        git.add().addFilepattern(".").call();
        var who = new PersonIdent("somebody", email);
        return git.commit()
                .setMessage("change")
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call()
                .name();
    }

    private static Finding at(String file, int line) {
        return Finding.seen(
                ScannerKind.SAST,
                "RULE",
                "title",
                Severity.HIGH,
                new Location.Code("shop", file, "Cart", "add()V", line, line, "c"),
                Evidence.NONE);
    }

    private List<String> owners(People people, String commit, Finding finding) {
        try (var owners = CheckoutOwners.of(people, root.resolve("shop"), commit, Clock.systemUTC())
                .orElseThrow()) {
            return owners.of(finding);
        }
    }

    @Test
    void whoWroteTheLineLastOwnsIt() {
        var people = new People(List.of(Source.BLAME), Map.of());
        assertThat(owners(people, "HEAD", at("src/Cart.java", 2))).containsExactly("ada@shop.example");
        assertThat(owners(people, "HEAD", at("src/Cart.java", 3))).containsExactly("bob@shop.example");
    }

    @Test
    void commitThatWasScannedCountsAndNotWhatCameLater() {
        var people = new People(List.of(Source.BLAME), Map.of());
        assertThat(owners(people, first, at("src/Cart.java", 2))).containsExactly("ada@shop.example");
        assertThat(owners(people, first, at("src/Cart.java", 3))).isEmpty();
    }

    @Test
    void teamsAreNobodyUnlessTheSettingsNameOne() {
        var people = new People(List.of(Source.CODEOWNERS, Source.BLAME), Map.of());
        assertThat(owners(people, "HEAD", at("src/Cart.java", 1))).containsExactly("ada", "bob@shop.example");
        var named = new People(List.of(Source.CODEOWNERS), Map.of("@org/shop", "shop-lead"));
        assertThat(owners(named, "HEAD", at("src/Cart.java", 1))).containsExactly("shop-lead", "ada");
    }

    @Test
    void fileThatGitDoesNotKnowHasNoOwner() {
        var people = new People(List.of(Source.BLAME), Map.of());
        assertThat(owners(people, "HEAD", at("src/None.java", 1))).isEmpty();
        assertThat(owners(people, "0".repeat(40), at("src/Cart.java", 999))).isEmpty();
    }
}
