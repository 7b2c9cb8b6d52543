package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.release.ReleaseRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Believed files in a folder of their own, for the readers that want files. */
record Unpacked(Path folder) {

    /** Writes the files; a name that leads out of the folder is refused, whoever signed it. */
    static Unpacked into(Path folder, Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var place = folder.resolve(file.getKey()).normalize();
            if (!place.startsWith(folder) || place.equals(folder)) {
                throw new IOException("%s is no name of a file in a bundle".formatted(file.getKey()));
            }
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        return new Unpacked(folder);
    }

    Report report() {
        return ReportFile.read(folder.resolve(Contents.REPORT));
    }

    FileLedger ledger() {
        return new FileLedger(folder.resolve(Contents.LEDGER));
    }

    Path policy() {
        return folder.resolve(Contents.POLICY);
    }

    @Nullable
    Path floor() {
        var floor = folder.resolve(Contents.FLOOR);
        return Files.exists(floor) ? floor : null;
    }

    ReleaseRules rules() {
        var floor = floor();
        return ReleaseRules.read(GatehouseFile.open(policy()), floor == null ? null : GatehouseFile.open(floor));
    }
}
