package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.vulndb.SharedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scan is asked for.
 *
 * @param target directory, archive or BOM
 * @param only scanners to run
 * @param policy none for {@code .gatehouse.yml} in the target, or the built-in policy
 * @param baseline none for {@code .gatehouse-baseline.json} in the target, if there is one
 * @param classes, classPath, dependencies instead of what is found; empty for what is found
 * @param threads modules analysed at once; 0 for what fits
 * @param database shared vulnerability database; none for this machine's own
 * @param dast what the command line says about the running application
 * @param timeLimit for each scanner
 */
record ScanOptions(
        Path target,
        Set<ScannerKind> only,
        @Nullable Path policy,
        @Nullable Path floor,
        @Nullable Path baseline,
        @Nullable Severity failOn,
        Path out,
        List<String> classes,
        List<String> classPath,
        List<String> dependencies,
        int threads,
        boolean cache,
        boolean offline,
        @Nullable SharedServer database,
        DastRequest dast,
        Duration timeLimit) {}
