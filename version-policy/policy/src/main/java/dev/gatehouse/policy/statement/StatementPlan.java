package dev.gatehouse.policy.statement;

import java.util.List;

/** What a statement is to be about. */
public record StatementPlan(
        String title, String product, String contact, String summary, Sources sources, List<Claim> claims) {
    public StatementPlan {
        claims = List.copyOf(claims);
    }
}
