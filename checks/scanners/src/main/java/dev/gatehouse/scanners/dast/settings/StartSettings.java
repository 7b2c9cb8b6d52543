package dev.gatehouse.scanners.dast.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the application under test is started for a scan.
 *
 * @param command program and arguments; {@code {port}} in them stands for the port
 * @param directory to start it in
 * @param port that it listens on; 0 for a free one
 * @param readyPath of a page that answers once the application is up
 * @param readyWithin how long that may take
 * @param environment added to that of the scan; {@code {port}} stands for the port there, too
 */
public record StartSettings(
        List<String> command,
        Path directory,
        int port,
        String readyPath,
        Duration readyWithin,
        Map<String, String> environment) {
    public StartSettings {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
