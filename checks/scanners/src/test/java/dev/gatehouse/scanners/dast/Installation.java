package dev.gatehouse.scanners.dast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZAP installation as its archive unpacks: jars, add-ons in {@code plugin}, and {@code zap.sh}. No archive of ZAP's is on Maven
 * Central, so it is laid out from the parts of the daemon that comes along: the same program, without Gatehouse's add-on. Two of
 * the rules and the calls of scripts, in an add-on of another name, stand for those that an installation has.
 */
final class Installation {
    private static final String HOUSE_RULES = """
            <zapaddon>
              <name>Rules of the house</name>
              <version>1.0.0</version>
              <status>release</status>
              <author>The house</author>
              <extensions>
                <extension>dev.gatehouse.engine.zap.scripts.ScriptCalls</extension>
              </extensions>
              <ascanrules>
                <ascanrule>dev.gatehouse.engine.zap.rules.ReflectedScript</ascanrule>
                <ascanrule>dev.gatehouse.engine.zap.rules.SecurityHeaders</ascanrule>
              </ascanrules>
              <not-before-version>2.17.0</not-before-version>
            </zapaddon>
            """;

    /** As the original: goes to its own folder, and becomes the Java program. */
    private static final String PROGRAM = """
            #!/bin/sh
            cd "$(dirname "$0")"
            exec '%s' -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \\
              -cp "$PWD/lib/*" org.zaproxy.zap.ZAP -installdir "$PWD" "$@"
            """;

    private Installation() {}

    /** Lays one out and returns its folder. */
    static Path layOut(Path folder, Path engine) throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("lib"), engine.toRealPath());
        var plugin = Files.createDirectories(folder.resolve("plugin"));
        try (var addOns = Files.list(engine.resolve("plugin"))) {
            for (var addOn : addOns.filter(
                            file -> !file.getFileName().toString().startsWith("gatehouse-"))
                    .toList()) {
                Files.copy(addOn, plugin.resolve(addOn.getFileName()));
            }
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(plugin.resolve("house-release-1.0.0.zap")))) {
            zip.putNextEntry(new ZipEntry("ZapAddOn.xml"));
            zip.write(HOUSE_RULES.getBytes(StandardCharsets.UTF_8));
        }
        var program = folder.resolve("zap.sh");
        Files.writeString(program, PROGRAM.formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }
}
