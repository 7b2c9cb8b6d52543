package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real scan to a bundle that anybody can check: scanned, accepted, proposed, approved, published, proven. */
class ProvenReleaseIT {
    private static final String USER = System.getProperty("user.name");

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @AfterEach
    void originalUser() {
        System.setProperty("user.name", USER);
    }

    @Test
    void aScannedAndApprovedReleaseIsProvenByItsBundleAlone() throws Exception {
        var project = project();
        var installed = Installed.prepared(folder);
        assertThat(installed
                        .run("scan", project.toString(), "--only", "sast", "--quiet")
                        .exit())
                .isZero();
        Files.writeString(folder.resolve("shop.ipa"), "app");
        Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(
                folder.resolve("tests/TEST-shop.xml"),
                "<testsuite><testcase classname=\"shop.Cart\" name=\"adds\"/></testsuite>");

        assertThat(release(
                        "paul",
                        "release",
                        "propose",
                        "4.3.0",
                        "--artifact",
                        file("shop.ipa"),
                        "--report",
                        report(),
                        "--repository",
                        project.toString()))
                .as(err.toString())
                .isZero();
        assertThat(release("anna", "release", "approve", "4.3.0", "--role", "release-manager"))
                .isZero();
        assertThat(release("anna", "release", "publish", "4.3.0"))
                .as(err.toString())
                .isZero();
        assertThat(keys("generate")).isZero();
        assertThat(keys("export-public", "--to", file("k.pem"))).isZero();
        assertThat(collect("4.3.0")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Everything holds.");

        assertThat(run(
                        "auditor",
                        "evidence",
                        "verify",
                        file("evidence.zip"),
                        "--key",
                        file("k.pem"),
                        "--artifact",
                        file("shop.ipa")))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("2 findings that somebody decided about");
        Files.writeString(folder.resolve("shop.ipa"), "another app");
        assertThat(run(
                        "auditor",
                        "evidence",
                        "verify",
                        file("evidence"),
                        "--key",
                        file("k.pem"),
                        "--artifact",
                        file("shop.ipa"),
                        "--format",
                        "json"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("{\"what\":\"artifact\",\"holds\":false");

        assertThat(collect("4.3.0")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is there already");
        assertThat(run("auditor", "evidence", "verify", file("k.pem"), "--key", file("k.pem")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("neither a folder nor a readable zip");
    }

    private Path project() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Sources.flawed(project, "shop", "Customers");
        Files.writeString(project.resolve(".gitignore"), "gatehouse-report/\n");
        Files.writeString(project.resolve(".gatehouse.yml"), """
                gate: {scanners: [sast], database: {max-age-days: 30, embedded: ignore}}
                acceptances:
                  - {path: src/shop/Customers.java, owner: carl, reason: only our own names reach it, expires: %s}
                versions: {apps: {shop: {ios: {channels: [stable]}}}}
                approvals: {roles: {release-manager: [anna]}, require: {release-manager: 1}}
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).plusDays(30)));
        try (var git = Git.init().setDirectory(project.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("one")
                    .setSign(false)
                    .setAuthor("Paul", "paul@example.org")
                    .setCommitter("Paul", "paul@example.org")
                    .call();
        }
        return project;
    }

    private int collect(String version) {
        return release(
                "anna",
                "evidence",
                "collect",
                "--release",
                version,
                "--report",
                report(),
                "--tests",
                file("tests"),
                "--out",
                file("evidence"),
                "--keystore",
                file("k.p12"),
                "--passphrase-file",
                file("passphrase"));
    }

    private int keys(String... words) {
        var arguments = new ArrayList<>(List.of("keys"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of("--keystore", file("k.p12"), "--passphrase-file", file("passphrase")));
        return run("anna", arguments.toArray(String[]::new));
    }

    private int release(String actor, String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(
                "--app",
                "shop",
                "--platform",
                "ios",
                "--policy",
                file("project/.gatehouse.yml"),
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

    private String report() {
        return file("project/gatehouse-report/report.json");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
