package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code triage} of the policy file. */
public final class OwnMethodsReader {
    private static final String SECTION = "triage";
    private static final Pattern METHOD =
            Pattern.compile("((?:\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*\\.)+)"
                    + "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)");
    private static final List<String> USES =
            List.of("sql", "command", "path", "html", "ldap", "xpath", "header", "any");

    private OwnMethodsReader() {}

    /**
     * What the file says of the project's methods; nothing when it has no such section.
     *
     * @throws BadInput for a mistake, with its place
     */
    public static OwnMethods read(@Nullable GatehouseFile file) {
        return Optional.ofNullable(file)
                .flatMap(its -> its.section(SECTION))
                .map(YamlValue::map)
                .map(section -> section.only("sanitizers", "validators"))
                .map(section -> new OwnMethods(methods(section, "sanitizers"), methods(section, "validators")))
                .orElse(OwnMethods.NONE);
    }

    private static List<OwnMethods.Method> methods(YamlMap section, String key) {
        return section.get(key)
                .map(value ->
                        value.list().stream().map(OwnMethodsReader::method).toList())
                .orElse(List.of());
    }

    private static OwnMethods.Method method(YamlValue value) {
        var map = value.map().only("method", "for");
        var method = map.require("method");
        var parts = METHOD.matcher(method.text());
        if (!parts.matches()) {
            throw method.wrong("'%s' names no method: write the class and the method, such as shop.web.Escape.html"
                    .formatted(method.text()));
        }
        var type = parts.group(1).substring(0, parts.group(1).length() - 1);
        return new OwnMethods.Method(
                type,
                parts.group(2),
                map.require("for").list().stream().map(OwnMethodsReader::use).toList());
    }

    private static String use(YamlValue value) {
        if (!USES.contains(value.text())) {
            throw value.wrong(
                    "'%s' is no use that triage knows: use %s".formatted(value.text(), String.join(", ", USES)));
        }
        return value.text();
    }
}
