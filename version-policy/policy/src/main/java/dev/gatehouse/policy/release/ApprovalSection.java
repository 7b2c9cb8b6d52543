package dev.gatehouse.policy.release;

import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code approvals}, and refuses rules that nobody could ever keep. */
final class ApprovalSection {
    private ApprovalSection() {}

    static ApprovalPolicy read(YamlMap file, @Nullable YamlMap floor) {
        var own = section(file);
        if (floor == null) {
            var policy = policy(own);
            satisfiable(own, policy);
            return policy;
        }
        var above = section(floor);
        var policy = policy(own).under(policy(above));
        satisfiable(above, policy);
        satisfiable(own, policy);
        return policy;
    }

    private static YamlMap section(YamlMap file) {
        return file.get("approvals")
                .map(YamlValue::map)
                .orElseGet(() -> YamlFile.parse("approvals", ""))
                .only("roles", "require", "people", "validForDays", "breakGlass");
    }

    /** Every role that is asked for exists, and has enough people. */
    private static void satisfiable(YamlMap section, ApprovalPolicy policy) {
        section.get("require")
                .map(YamlValue::map)
                .ifPresent(map -> map.keys().forEach(role -> {
                    var members = known(policy, role, map.require(role));
                    int people = members.size();
                    int count = policy.required().getOrDefault(role, 0);
                    // how many are in a group is not known here
                    if (people < count
                            && members.stream().noneMatch(member -> member.startsWith(ApprovalPolicy.GROUP))) {
                        throw map.require(role)
                                .wrong("%s needs %d approvals, but %s in it under approvals.roles"
                                        .formatted(
                                                role, count, people == 1 ? "one person is" : people + " people are"));
                    }
                }));
        section.get("breakGlass")
                .map(YamlValue::list)
                .ifPresent(list -> list.forEach(role -> known(policy, role.text(), role)));
    }

    private static Set<String> known(ApprovalPolicy policy, String role, YamlValue place) {
        var members = policy.roles().get(role);
        if (members != null) {
            return members;
        }
        throw place.wrong("there is no role '%s' under approvals.roles%s"
                .formatted(
                        role,
                        Nearest.of(role, policy.roles().keySet())
                                .map("; did you mean '%s'?"::formatted)
                                .orElse("")));
    }

    private static ApprovalPolicy policy(YamlMap section) {
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
