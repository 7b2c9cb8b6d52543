package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.scanners.engine.EngineProcess;
import java.util.List;

/** How the engine's Java is run; docs/speed.md has what was measured. */
final class SastJvm {
    private SastJvm() {}

    static EngineProcess.Spec spec(SastSettings settings) {
        return new EngineProcess.Spec(
                "sast",
                SastRequest.MAIN_CLASS,
                settings.heapMegabytes(),
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss2m"));
    }
}
