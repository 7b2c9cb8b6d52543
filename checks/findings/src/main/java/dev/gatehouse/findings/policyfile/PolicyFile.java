package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.acceptance.RiskAcceptance;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.vex.VexFile;
import java.util.List;

/** What one policy file says about the gate. */
record PolicyFile(GatehouseFile file, GateSection gate, List<RiskAcceptance> acceptances, VexReader.VexSection vex) {

    /** Reads the sections that the gate owns; mistakes are gathered, not thrown. */
    static PolicyFile read(GatehouseFile file, Origin.Kind kind, VexFile vexFiles, Mistakes mistakes) {
        mistakes.addAll(file.mistakes());
        return new PolicyFile(
                file,
                new GateReader(kind, mistakes).read(file),
                new AcceptanceReader(mistakes).read(file),
                new VexReader(vexFiles, mistakes).read(file));
    }
}
