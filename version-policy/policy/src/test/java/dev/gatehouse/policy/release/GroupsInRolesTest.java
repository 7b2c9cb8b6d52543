package dev.gatehouse.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.YamlFile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Roles that name groups. */
final class GroupsInRolesTest {
    private static final ApprovalPolicy POLICY = ApprovalPolicy.read(YamlFile.parse(".gatehouse.yml", """
                    approvals:
                      roles:
                        security: [ada, "group:security"]
                      require:
                        security: 2
                    """), null);

    @Test
    void whereNobodyKnowsGroupsOnlyNamesCount() {
        assertThat(POLICY.isIn("ada", "security")).isTrue();
        assertThat(POLICY.isIn("bob", "security")).isFalse();
    }

    @Test
    void whoIsInTheGroupIsInTheRole() {
        var known = POLICY.knowing(Map.of("bob", Set.of("security"), "dan", Set.of("sales")));

        assertThat(known.isIn("ada", "security")).isTrue();
        assertThat(known.isIn("bob", "security")).isTrue();
        assertThat(known.isIn("dan", "security")).isFalse();
    }

    @Test
    void whoeverIsCalledAsAGroupIsWrittenIsNobody() {
        assertThat(POLICY.isIn("group:security", "security")).isFalse();
        assertThat(POLICY.isInAnyRole("group:security")).isFalse();
        assertThat(POLICY.knowing(Map.of("group:security", Set.of("security"))).isIn("group:security", "security"))
                .isFalse();
    }
}
