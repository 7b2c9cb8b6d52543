package dev.gatehouse.policy.release;

import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.policy.train.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code approvals} of {@code .gatehouse.yml}, made stricter by the organisation's floor.
 *
 * @param roles who is in each role: people, and groups as {@code group:NAME}
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

    /** The name of these rules in a {@link Ruling}. */
    static final String RULE = "approvals";

    /** Before the name of a group in a role, where people are known with their groups. */
    public static final String GROUP = "group:";

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
        return ApprovalSection.read(file, floor);
    }

    /** What is said about the proposal at {@code now}: rejections, and what each required role has given. */
    public List<Ruling> rulings(Proposal proposal, Instant now) {
        var rulings = new ArrayList<Ruling>();
        proposal.rejections()
                .forEach(decision -> rulings.add(new Ruling(
                        "rejection", false, "rejected by %s: %s".formatted(decision.actor(), decision.reason()))));
        if (required.isEmpty()) {
            rulings.add(new Ruling(RULE, false, "approvals.require names no role, so nothing can be approved"));
        }
        required.forEach((role, count) -> {
            int given = approvers(proposal, role, now).size();
            rulings.add(new Ruling(RULE, given >= count, "%d of %d approvals as %s".formatted(given, count, role)));
        });
        return rulings;
    }

    /** Every rule that the proposal does not meet at {@code now}; none when it is approved. */
    public List<String> missing(Proposal proposal, Instant now) {
        return rulings(proposal, now).stream()
                .filter(ruling -> !ruling.kept())
                .map(Ruling::reason)
                .toList();
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

    /** The approval of {@code actor} that counts at {@code now}, if there is one. */
    Optional<Decision> approval(Proposal proposal, String actor, Instant now) {
        return proposal.decisions().stream()
                .filter(decision -> decision.approves() && decision.actor().equals(actor))
                .filter(decision -> decision.digest().equals(proposal.digest()))
                .filter(decision -> decision.time().plus(validFor).isAfter(now))
                .findFirst();
    }

    /**
     * The same rules for people whose groups are known: who is in a group of a role is in the role. Whoever is called as
     * a group is written is nobody.
     *
     * @param groups of each person that may matter
     */
    public ApprovalPolicy knowing(Map<String, Set<String>> groups) {
        var members = new LinkedHashMap<String, Set<String>>();
        roles.forEach((role, names) -> {
            var all = new LinkedHashSet<>(names);
            groups.forEach((person, theirs) -> {
                if (theirs.stream().anyMatch(group -> names.contains(GROUP + group))) {
                    all.add(person);
                }
            });
            all.removeIf(name -> name.startsWith(GROUP));
            members.put(role, all);
        });
        return new ApprovalPolicy(members, required, people, validFor, breakGlass);
    }

    public boolean isIn(String actor, String role) {
        return !actor.startsWith(GROUP) && roles.getOrDefault(role, Set.of()).contains(actor);
    }

    public boolean isInAnyRole(String actor) {
        return roles.keySet().stream().anyMatch(role -> isIn(actor, role));
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

    /** These rules as far as {@code floor} lets them be. */
    ApprovalPolicy under(ApprovalPolicy floor) {
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
}
