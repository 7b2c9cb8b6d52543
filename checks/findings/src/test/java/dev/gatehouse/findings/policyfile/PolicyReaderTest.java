package dev.gatehouse.findings.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.Scans;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gaet: {} | repo.yml:1:1: unknown key 'gaet'; did you mean 'gate'?",
                "version: 2 | repo.yml:1:10: expected a whole number from 1 to 1, found 2",
                "gate: [] | repo.yml:1:7: expected keys and values, found a list",
                "gate: {scaners: []} | repo.yml:1:8: unknown key 'scaners'; did you mean 'scanners'?",
                "gate: {scanners: [sats]} | repo.yml:1:19: 'sats' is no scanner: use sast, sca or dast",
                "gate: {problems: warn} | repo.yml:1:18: 'warn' is unknown: use ignore, incomplete or fail",
                "gate: {database: {max-age-days: 0}} | repo.yml:1:33: expected a whole number from 1 to 3650, found 0",
                "gate: {service-levels: {hihg: 3}} | repo.yml:1:25: unknown key 'hihg'; did you mean 'high'?",
                "gate: {rules: [{max: 0}]} | repo.yml:1:16: 'name' is missing",
                "gate: {rules: [{name: x}]} | repo.yml:1:16: the rule 'x' allows everything: give at least one of max, max-new, max-existing, max-overdue",
                "gate: {rules: [{name: x, max: -1}]} | repo.yml:1:31: expected a whole number from 0 to 1000000, found -1",
                "gate: {rules: [{name: x, max: 0, when: {severity: hgih}}]} | repo.yml:1:51: 'hgih' is no severity: use info, low, medium, high or critical",
                "gate: {rules: [{name: x, max: 0, when: {cwe: [x]}}]} | repo.yml:1:47: 'x' is no CWE: write it as 89 or CWE-89",
                "gate: {rules: [{name: x, max: 0, when: {owasp: A5}}]} | repo.yml:1:48: 'A5' is no OWASP category: write it with its edition, such as A05:2025",
                "gate: {rules: [{name: x, max: 0, when: {cvss: 11}}]} | repo.yml:1:47: a CVSS score is from 0.0 to 10.0, found '11'",
                "gate: {rules: [{name: x, max: 0, when: {cvss: .nan}}]} | repo.yml:1:47: expected a number, found '.nan'",
                "gate: {acceptances: {from-repository: true}} | repo.yml:1:39: only an organisation's floor can say 'from-repository'",
                "acceptances: [{rule: X, owner: a, reason: b}] | repo.yml:1:15: 'expires' is missing",
                "acceptances: [{rule: X, owner: a, reason: b, expires: soon}] | repo.yml:1:55: 'soon' is no date: write it as 2026-12-31",
                "acceptances: [{rule: X, owner: '', reason: b, expires: 2026-12-31}] | repo.yml:1:15: 'owner' is missing",
                "acceptances: [{rule: '**', owner: a, reason: b, expires: 2026-12-31}] | repo.yml:1:15: an acceptance must say what it is about: give at least one of id, rule, cwe, path, package, module, and not just '*'",
                "acceptances: [{package: 'pkg:maven/**', owner: a, reason: b, expires: 2026-12-31}] | repo.yml:1:15: an acceptance must say what it is about: give at least one of id, rule, cwe, path, package, module, and not just '*'",
                "vex: {files: [../x.json]} | repo.yml:1:15: '../x.json' lies outside the directory of this file; VEX files must be in it",
                "vex: {files: [nothing.json]} | repo.yml:1:15: the VEX file 'nothing.json' is not there",
            })
    void aMistakeIsToldWithItsPlaceAndWhatWouldBeRight(String file, String sentence) {
        assertThatThrownBy(() -> Scans.policy(file, null))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @Test
    void allMistakesOfBothFilesAreToldAtOnce() {
        assertThatThrownBy(() -> Scans.policy("a: 1\ngate: {b: 2, problems: 3}\n", "c: 4\n"))
                .hasMessageContainingAll("repo.yml:1:1", "repo.yml:2:8", "repo.yml:2:24", "org.yml:1:1");
    }

    @Test
    void aHostileNameReachesNoTerminal() {
        assertThatThrownBy(() -> Scans.policy("\"\\e[31m\\u202e\": 1\n", null))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\u001b", "\u202e", "\n"));
    }

    @Test
    void theFileThatInitWritesSaysWhatHoldsWithoutIt() {
        var with = Scans.policy(BuiltInPolicy.text(), null);
        var without = Scans.policy(null, null);
        assertThat(with.rules().stream()
                        .map(rule -> rule.name() + rule.sentence())
                        .sorted())
                .isEqualTo(without.rules().stream()
                        .map(rule -> rule.name() + rule.sentence())
                        .sorted()
                        .collect(Collectors.toList()));
    }

    @Test
    void aRuleOfTheSameNameTakesTheBuiltInOnesPlace() {
        var policy = Scans.policy("gate: {rules: [{name: nothing comes back, max-new: 7}]}", null);
        assertThat(policy.rules())
                .filteredOn(rule -> rule.name().equals("nothing comes back"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.origin().place()).isEqualTo("repo.yml:1"));
        assertThat(policy.rules()).filteredOn(CountRule.class::isInstance).hasSize(3);
    }

    @Test
    void theBuiltInCountsCanBeLeftOut() {
        assertThat(Scans.policy("gate: {defaults: false}", null).rules())
                .noneMatch(CountRule.class::isInstance)
                .hasSize(3);
    }

    @Test
    void theDigestFollowsPolicyAndFloor() {
        var digests = Stream.of(
                        Scans.policy(null, null),
                        Scans.policy("version: 1", null),
                        Scans.policy(null, "version: 1"),
                        Scans.policy("version: 1", "version: 1"))
                .map(policy -> policy.info().digest())
                .distinct();
        assertThat(digests).hasSize(4);
    }

    @Test
    void anExplanationSaysWhereEachRuleComesFromAndWhatTheFloorOverrides() {
        var policy = Scans.policy("""
                gate:
                  scanners: [sast]
                  problems: ignore
                  harmless-problems: [class-too-new]
                  database: {max-age-days: 60, embedded: ignore}
                  service-levels: {critical: 9}
                  acceptances: {max-days: 300}
                  rules: [{name: own, when: {cwe: 89}, max: 5}]
                acceptances: [{rule: X, owner: Robin, reason: none, expires: 2026-06-30}]
                """, """
                gate:
                  scanners: [sca]
                  unfinished: fail
                  database: {max-age-days: 7}
                  service-levels: {critical: 2}
                  acceptances: {owners: ['*@example.org>'], never: [{cwe: 502}]}
                  rules: [{name: org, when: {cwe: 89}, max: 1}]
                """);
        var lines = new Explanation(policy).lines();
        assertThat(lines).extracting(Explanation.Line::source).contains("default", "repo.yml:2", "floor org.yml:2");
        assertThat(lines)
                .filteredOn(line -> line.source().startsWith("floor "))
                .extracting(Explanation.Line::overridden)
                .containsOnly("");
        assertThat(lines)
                .extracting(Explanation.Line::overridden)
                .contains(
                        "the floor allows only 7 days; the embedded data means incomplete by the floor",
                        "the floor also requires sca; one that is missing means fail by the floor",
                        "an unfinished scanner means fail by the floor; problems mean incomplete by the floor;"
                                + " for the floor not harmless: class-too-new",
                        "the floor's rule 'org' allows only 1 (max)",
                        "the floor's service levels are shorter for critical",
                        "the floor allows only 180 days; the floor says who may own one; the floor forbids it for CWE-502",
                        "Robin may own no acceptance: the floor allows *@example.org>");
    }

    @Test
    void withoutAFloorNothingIsOverridden() {
        assertThat(new Explanation(Scans.policy("gate: {service-levels: {critical: 9}}", null)).lines())
                .extracting(Explanation.Line::overridden)
                .containsOnly("");
    }
}
