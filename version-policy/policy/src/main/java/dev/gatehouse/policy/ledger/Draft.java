package dev.gatehouse.policy.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is to be recorded, before the ledger gives it a place in the chain.
 *
 * @param actor who decided
 * @param type what was decided, such as {@code version.published}
 * @param version of the payload's shape, from 1; a reader knows all versions up to its own
 */
public record Draft(String actor, String type, int version, ObjectNode payload) {}
