package dev.gatehouse.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a version, on real files: proposed, approved, published, exported, verified. */
class ReleaseCommandTest {
    private static final String USER = System.getProperty("user.name");

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void project() throws IOException, GitAPIException {
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            git.commit()
                    .setMessage("one")
                    .setSign(false)
                    .setAuthor("Paul", "paul@example.org")
                    .setCommitter("Paul", "paul@example.org")
                    .call();
            var id = git.getRepository().resolve("HEAD").getName();
            Files.writeString(
                    folder.resolve("report.json"),
                    "{\"schemaVersion\":\"1.0\",\"project\":{\"commit\":\"%s\"},\"verdict\":{\"status\":\"passed\"}}"
                            .formatted(id));
        }
        Files.writeString(folder.resolve("shop.ipa"), "app");
        Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
        Files.writeString(folder.resolve("policy.yml"), """
                versions:
                  messages: {en: Please update}
                  apps: {shop: {ios: {store: "https://store.example/shop", channels: [stable]}}}
                approvals:
                  roles: {release-manager: [anna], security-officer: [carl]}
                  require: {release-manager: 1, security-officer: 1}
                """);
    }

    @AfterEach
    void originalUser() {
        System.setProperty("user.name", USER);
    }

    @Test
    void anApprovedVersionIsPublishedExportedAndVerified() throws IOException {
        assertThat(propose("paul")).isZero();
        assertThat(decide("anna", "release", "publish", "4.3.0")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("refused: 0 of 1 approvals as security-officer");
        assertThat(decide("anna", "release", "approve", "4.3.0", "--role", "release-manager"))
                .isZero();
        assertThat(decide("carl", "release", "approve", "4.3.0", "--role", "security-officer"))
                .isZero();
        assertThat(decide("anna", "release", "publish", "4.3.0", "--artifact", file("shop.ipa")))
                .isZero();

        assertThat(run("anna", "versions", "list", "--policy", file("policy.yml"), "--ledger", file("ledger.jsonl")))
                .isZero();
        assertThat(out.toString())
                .startsWith("shop/ios/stable" + System.lineSeparator())
                .contains("    latest       4.3.0", "    supported    4.3.0", "    blocked      none");
        assertThat(run(
                        "anna",
                        "keys",
                        "generate",
                        "--keystore",
                        file("k.p12"),
                        "--passphrase-file",
                        file("passphrase")))
                .isZero();
        assertThat(run(
                        "anna",
                        "keys",
                        "export-public",
                        "--to",
                        file("k.pem"),
                        "--keystore",
                        file("k.p12"),
                        "--passphrase-file",
                        file("passphrase")))
                .isZero();
        assertThat(export()).isZero();
        var document = folder.resolve("out/shop/ios/stable.json");
        assertThat(run("anna", "versions", "verify", document.toString(), "--key", file("k.pem")))
                .isZero();
        assertThat(out.toString())
                .contains("\"counter\":5", "\"latest\":\"4.3.0\"", "\"messages\":{\"en\":\"Please update\"}");
        assertThat(export()).isZero();
        assertThat(run("anna", "versions", "verify", document.toString(), "--key", file("k.pem")))
                .isZero();
        assertThat(out.toString()).contains("\"counter\":6");

        Files.writeString(document, Files.readString(document).replace("\"payload\":\"ey", "\"payload\":\"eZ"));
        assertThat(run("anna", "versions", "verify", document.toString(), "--key", file("k.pem")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("not to be trusted: the content is not what the trusted key signed");
    }

    @Test
    void aBrokenLedgerIsNamedAndStaysAsItIs() throws IOException {
        assertThat(propose("paul")).isZero();
        var ledger = folder.resolve("ledger.jsonl");
        var bytes = Files.readAllBytes(ledger);
        bytes[90] ^= 4;
        Files.write(ledger, bytes);
        assertThat(propose("paul")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("ledger.jsonl:1: entry 1 is broken", "read-only from here on");
        assertThat(Files.readAllBytes(ledger)).isEqualTo(bytes);
        assertThat(run("paul", "ledger", "verify", "--ledger", file("ledger.jsonl")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("ledger.jsonl:1: entry 1 is broken: its hash does not match");
    }

    @Test
    void whatIsNoVersionPlatformOrRepositoryIsBadInputAndWritesNothing() {
        assertThat(decide("anna", "release", "approve", "four", "--role", "x")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("'four' is no client version");
        assertThat(run(
                        "paul",
                        "release",
                        "propose",
                        "4.3.0",
                        "--app",
                        "shop",
                        "--platform",
                        "web",
                        "--artifact",
                        file("shop.ipa"),
                        "--report",
                        file("report.json"),
                        "--repository",
                        folder.toString(),
                        "--policy",
                        file("policy.yml"),
                        "--ledger",
                        file("ledger.jsonl")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("shop/web/stable is not declared under versions.apps");
        assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    }

    @Test
    void aDryRunRecordsNothing() {
        assertThat(propose("paul", "--dry-run", "--format", "json")).isZero();
        assertThat(out.toString()).contains("\"clientVersion\":\"4.3.0\"");
        assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    }

    @Test
    void aLedgerThatWasCutOffDoesNotHoldItsCheckpoint() throws IOException {
        assertThat(propose("paul")).isZero();
        assertThat(decide("anna", "release", "approve", "4.3.0", "--role", "release-manager"))
                .isZero();
        String[] keys = {"--keystore", file("k.p12"), "--passphrase-file", file("passphrase")};
        assertThat(run("anna", with(keys, "keys", "generate"))).isZero();
        assertThat(run("anna", with(keys, "keys", "export-public", "--to", file("k.pem"))))
                .isZero();
        assertThat(run(
                        "anna",
                        with(
                                keys,
                                "ledger",
                                "checkpoint",
                                "--ledger",
                                file("ledger.jsonl"),
                                "--to",
                                file("point.json"))))
                .isZero();
        String[] verify = {
            "ledger",
            "verify",
            "--ledger",
            file("ledger.jsonl"),
            "--checkpoint",
            file("point.json"),
            "--key",
            file("k.pem")
        };
        assertThat(run("carl", verify)).isZero();
        assertThat(out.toString()).contains("2 entries, head ", "holds entry 2, the checkpoint of ");

        var lines = Files.readAllLines(folder.resolve("ledger.jsonl"));
        Files.writeString(folder.resolve("ledger.jsonl"), lines.get(0) + "\n");
        assertThat(run("carl", "ledger", "verify", "--ledger", file("ledger.jsonl")))
                .as("without the checkpoint nobody can tell")
                .isZero();
        assertThat(run("carl", verify)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("entry 2 is broken: the ledger is cut off", "knows 2 entries, there are 1");
    }

    @Test
    void aLedgerIsShownAndExported() {
        assertThat(propose("paul")).isZero();
        assertThat(run(
                        "paul",
                        "ledger",
                        "show",
                        "--type",
                        "candidate.proposed",
                        "--format",
                        "json",
                        "--ledger",
                        file("ledger.jsonl")))
                .isZero();
        assertThat(out.toString()).startsWith("{\"sequence\":1,");
        assertThat(run("paul", "ledger", "show", "--actor", "nobody", "--ledger", file("ledger.jsonl")))
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("paul", "ledger", "export", "--ledger", file("ledger.jsonl")))
                .isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }

    private int propose(String actor, String... more) {
        var arguments = new ArrayList<>(List.of(
                "release",
                "propose",
                "4.3.0",
                "--artifact",
                file("shop.ipa"),
                "--report",
                file("report.json"),
                "--repository",
                folder.toString()));
        arguments.addAll(List.of(more));
        return decide(actor, arguments.toArray(String[]::new));
    }

    private static String[] with(String[] more, String... command) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    private int export() {
        return run(
                "anna",
                "versions",
                "export",
                "--to",
                file("out"),
                "--policy",
                file("policy.yml"),
                "--ledger",
                file("ledger.jsonl"),
                "--keystore",
                file("k.p12"),
                "--passphrase-file",
                file("passphrase"));
    }

    private int decide(String actor, String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--app",
                "shop",
                "--platform",
                "ios",
                "--policy",
                file("policy.yml"),
                "--ledger",
                file("ledger.jsonl")));
        return run(actor, arguments.toArray(String[]::new));
    }

    private int run(String actor, String... arguments) {
        System.setProperty("user.name", actor);
        out = new StringWriter();
        err = new StringWriter();
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
