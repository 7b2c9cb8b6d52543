package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.vex.VexFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The policy for those who wrote none. It is also the file that {@code gatehouse policy init} writes. */
public final class BuiltInPolicy {
    private static final String RESOURCE = "default-policy.yml";
    private static final String SCHEMA = "gatehouse-policy.schema.json";

    private BuiltInPolicy() {}

    /** The policy file, with comments. */
    public static String text() {
        return resource(RESOURCE);
    }

    /** The JSON Schema (draft 2020-12) of policy files, for editors. */
    public static String schema() {
        return resource(SCHEMA);
    }

    static PolicyFile read(VexFile vexFiles) {
        var mistakes = new Mistakes();
        var file = GatehouseFile.parse(RESOURCE, Path.of("").toAbsolutePath(), text());
        var policy = PolicyFile.read(file, Origin.Kind.DEFAULT, vexFiles, mistakes);
        mistakes.throwIfAny();
        return policy;
    }

    private static String resource(String name) {
        try (var stream = BuiltInPolicy.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar of gatehouse-findings");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
