package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.engine.EngineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The SCA engine of this installation: which Dependency-Check it is, and its processes. */
public final class DependencyCheck {
    private static final String ENGINE = "sca";
    private static final String MAIN = "dev.gatehouse.engine.sca.ScaEngine";
    private static final Pattern CORE = Pattern.compile("dependency-check-core-(.+)\\.jar");
    private static final Pattern OURS = Pattern.compile("gatehouse-engine-.+\\.jar");

    /** Lean: a scan of 200 jars needs 64 MB, and most scans are over before the optimising compiler pays. */
    private static final EngineProcess.Spec SCAN = new EngineProcess.Spec(
            ENGINE, MAIN, 256, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));

    private static final EngineProcess.Spec BUILD =
            new EngineProcess.Spec(ENGINE, MAIN, 1024, List.of("-XX:+UseSerialGC", "-Xshare:auto"));

    private final EngineHome home;
    private final String version;
    private final String digest;

    private DependencyCheck(EngineHome home, String version, String digest) {
        this.home = home;
        this.version = version;
        this.digest = digest;
    }

    /** Looks at the engine's jars; starts nothing. */
    public static DependencyCheck of(EngineHome home) throws IOException {
        var folder = home.directory().resolve(ENGINE);
        var names = new ArrayList<String>();
        String version = "";
        if (Files.isDirectory(folder)) {
            try (var jars = Files.list(folder)) {
                for (var jar : jars.sorted().toList()) {
                    var name = jar.getFileName().toString();
                    var core = CORE.matcher(name);
                    version = core.matches() ? core.group(1) : version;
                    names.add(OURS.matcher(name).matches() ? Digests.sha256(jar) : name);
                }
            }
        }
        if (version.isEmpty()) {
            throw new BadInput("%s has no Dependency-Check engine: the installation is not complete, install it again"
                    .formatted(folder));
        }
        return new DependencyCheck(home, version, Digests.sha256(String.join("\n", names)));
    }

    /** Version of Dependency-Check. */
    public String version() {
        return version;
    }

    /** SHA-256 over everything that decides what the engine finds, but its database. */
    public String digest() {
        return digest;
    }

    public EngineProcess startScan() throws IOException {
        return EngineProcess.start(home, SCAN);
    }

    EngineProcess startBuild() throws IOException {
        return EngineProcess.start(home, BUILD);
    }
}
