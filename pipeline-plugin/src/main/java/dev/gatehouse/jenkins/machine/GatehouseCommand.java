package dev.gatehouse.jenkins.machine;

import java.util.List;

/**
 * The command {@code gatehouse} on a machine. It is started without a shell, so nothing in it is interpreted on the way.
 *
 * @param java executable
 * @param home folder of the distribution
 */
public record GatehouseCommand(String java, String home) {
    private static final String DEFAULT_HEAP = "256m";

    /**
     * What starts the command, before its own arguments.
     *
     * @param heap empty for the default
     */
    public List<String> start(String heap) {
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:NewRatio=1",
                "-Xmx" + (heap.isEmpty() ? DEFAULT_HEAP : heap),
                "-Dgatehouse.home=" + home,
                "-Dgatehouse.columns=0",
                "-Dgatehouse.terminal=false",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                home + "/lib/*",
                "dev.gatehouse.cli.Gatehouse");
    }
}
