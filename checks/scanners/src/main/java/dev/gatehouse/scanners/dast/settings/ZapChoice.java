package dev.gatehouse.scanners.dast.settings;

import java.net.URI;
import java.nio.file.Path;

/** Which ZAP scans. */
public sealed interface ZapChoice {

    /** One that runs already and goes on running. */
    record Running(URI address, String key) implements ZapChoice {}

    /** An installation, started for the scan. */
    record Installed(Path home) implements ZapChoice {}

    /** The one that came with Gatehouse. */
    record Embedded() implements ZapChoice {}
}
