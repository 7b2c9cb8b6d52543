package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.config.GatehouseFile;
import org.jspecify.annotations.Nullable;

/** A policy file, and the organisation's floor under it. */
public record Rules(GatehouseFile file, @Nullable GatehouseFile floor) {}
