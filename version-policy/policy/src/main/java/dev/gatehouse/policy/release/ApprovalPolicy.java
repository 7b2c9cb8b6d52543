package dev.gatehouse.policy.release;

import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code approvals} of {@code .gatehouse.yml}, made stricter by the organisation's floor.
 *
 * @param roles who is in each role
 * @param required how many approvals each role must give; nobody counts twice
 * @param people git names and e-mail addresses of each person
 * @param validFor how long an approval counts
 * @param breakGlass roles that may publish without approvals; none where the policy does not allow it
 */
public record ApprovalPolicy(
        Map<String, Set<String>> roles,
        Map<String, Integer> required,
        Map<String, Set<String>> people,
        Duration validFor,
        Set<String> breakGlass) {

    public ApprovalPolicy {
        roles = Map.copyOf(roles);
        required = new TreeMap<>(required);
        people = Map.copyOf(people);
        breakGlass = Set.copyOf(breakGlass);
    }

    /**
     * Reads the section. A role that the floor fills is the floor's alone, of two numbers the higher one counts, of two
     * times the shorter, and break-glass must be allowed by both.
     */
    public static ApprovalPolicy read(YamlMap file, @Nullable YamlMap floor) {
        var own = section(file);
        return floor == null ? own : own.under(section(floor));
    }

    /** Every rule that the proposal does not meet at {@code now}; none when it is approved. */
    public List<String> missing(Proposal proposal, Instant now) {
        var missing = new ArrayList<String>();
        proposal.decisions().stream()
                .filter(decision -> !decision.approves() && decision.digest().equals(proposal.digest()))
                .forEach(decision -> missing.add("rejected by %s: %s".formatted(decision.actor(), decision.reason())));
        if (required.isEmpty()) {
            missing.add("approvals.require names no role, so nothing can be approved");
        }
        required.forEach((role, count) -> {
            var given = approvers(proposal, role, now);
            if (given.size() < count) {
                missing.add("%d of %d approvals as %s".formatted(given.size(), count, role));
            }
        });
        return missing;
    }

    /** Why {@code actor} may not approve this as {@code role}; none when they may. */
    public List<String> objections(Proposal proposal, String actor, String role) {
        var objections = new ArrayList<String>();
        if (!isIn(actor, role)) {
            objections.add("%s is not in the role %s".formatted(actor, role));
        }
        if (actor.equals(proposal.proposer())) {
            objections.add("%s proposed it, and nobody approves their own proposal".formatted(actor));
        }
        if (proposal.authors().stream().anyMatch(author -> isSame(actor, author))) {
            objections.add("%s is an author of the commit, and nobody approves their own work".formatted(actor));
        }
        return objections;
    }

    public boolean isIn(String actor, String role) {
        return roles.getOrDefault(role, Set.of()).contains(actor);
    }

    public boolean mayBreakGlass(String actor) {
        return breakGlass.stream().anyMatch(role -> isIn(actor, role));
    }

    /** A role's approvers that count: still in the role, in time, of this digest, and each person for one role only. */
    private List<String> approvers(Proposal proposal, String role, Instant now) {
        var counted = new LinkedHashMap<String, String>();
        proposal.decisions().stream()
                .filter(Decision::approves)
                .filter(decision -> decision.digest().equals(proposal.digest()))
                .filter(decision -> decision.time().plus(validFor).isAfter(now))
                .filter(decision ->
                        objections(proposal, decision.actor(), decision.role()).isEmpty())
                .forEach(decision -> counted.putIfAbsent(decision.actor(), decision.role()));
        return counted.entrySet().stream()
                .filter(approval -> approval.getValue().equals(role))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isSame(String actor, String author) {
        return author.equalsIgnoreCase(actor)
                || author.toLowerCase(Locale.ROOT).startsWith(actor.toLowerCase(Locale.ROOT) + "@")
                || people.getOrDefault(actor, Set.of()).stream().anyMatch(author::equalsIgnoreCase);
    }

    private ApprovalPolicy under(ApprovalPolicy floor) {
        var members = new LinkedHashMap<>(roles);
        members.putAll(floor.roles);
        var counts = new LinkedHashMap<>(required);
        floor.required.forEach((role, count) -> counts.merge(role, count, Math::max));
        var names = new LinkedHashMap<>(people);
        floor.people.forEach((person, known) -> names.merge(person, known, (a, b) -> {
            var both = new LinkedHashSet<>(a);
            both.addAll(b);
            return both;
        }));
        var both = new LinkedHashSet<>(breakGlass);
        both.retainAll(floor.breakGlass);
        var shorter = validFor.compareTo(floor.validFor) < 0 ? validFor : floor.validFor;
        return new ApprovalPolicy(members, counts, names, shorter, both);
    }

    private static ApprovalPolicy section(YamlMap file) {
        var section = file.get("approvals")
                .map(YamlValue::map)
                .orElseGet(() -> YamlFile.parse("approvals", ""))
                .only("roles", "require", "people", "validForDays", "breakGlass");
        var roles = texts(section, "roles");
        var required = new LinkedHashMap<String, Integer>();
        section.get("require")
                .map(YamlValue::map)
                .ifPresent(map -> map.keys().forEach(role -> {
                    int count = map.require(role).integer();
                    if (count < 1 || count > 20) {
                        throw map.require(role).wrong("%s needs 1 to 20 approvals, not %d".formatted(role, count));
                    }
                    required.put(role, count);
                }));
        var breakGlass = section.get("breakGlass")
                .map(value ->
                        Set.copyOf(value.list().stream().map(YamlValue::text).toList()))
                .orElse(Set.of());
        return new ApprovalPolicy(roles, required, texts(section, "people"), validFor(section), breakGlass);
    }

    private static Duration validFor(YamlMap section) {
        return section.get("validForDays")
                .map(value -> {
                    int days = value.integer();
                    if (days < 1 || days > 366) {
                        throw value.wrong("validForDays is %d; give 1 to 366 days".formatted(days));
                    }
                    return Duration.ofDays(days);
                })
                .orElse(Duration.ofDays(14));
    }

    private static Map<String, Set<String>> texts(YamlMap section, String key) {
        var all = new LinkedHashMap<String, Set<String>>();
        section.get(key)
                .map(YamlValue::map)
                .ifPresent(map -> map.keys()
                        .forEach(name -> all.put(
                                name,
                                new LinkedHashSet<>(map.require(name).list().stream()
                                        .map(YamlValue::text)
                                        .toList()))));
        return all;
    }
}
