package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.config.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads {@code dast: login}. */
final class LoginReader {
    private final Path directory;

    /** Files of the section are named from this folder. */
    LoginReader(Path directory) {
        this.directory = directory;
    }

    Optional<Login> read(Part login) {
        var form = login.part("form", DastKeys.DAST_FORM);
        var header = login.part("header", DastKeys.DAST_HEADER);
        var script = login.part("script", DastKeys.DAST_SCRIPT);
        login.map().ifPresent(map -> {
            if (Stream.of(form, header, script)
                            .filter(one -> one.map().isPresent())
                            .count()
                    != 1) {
                login.mistakes().add(map.wrong("a log-in is one of form, header, script"));
            }
        });
        return form(form).or(() -> header(header)).or(() -> script(script));
    }

    private static Optional<Login> form(Part form) {
        var path = form.require("path", Paths::of).orElse("/");
        var page = form.get("page", Paths::of).orElse(path);
        var data = form.require("data", LoginReader::data).orElse("");
        var username = variable(form, "username-from");
        var password = variable(form, "password-from");
        var loggedIn = form.require("logged-in", LoginReader::pattern).orElse("");
        var loggedOut = form.get("logged-out", LoginReader::pattern).orElse("");
        return form.map().map(any -> new Login.Form(path, page, data, username, password, loggedIn, loggedOut));
    }

    private static Optional<Login> header(Part header) {
        var name = header.text("name").orElse("Authorization");
        var value = variable(header, "value-from");
        return header.map().map(any -> new Login.Header(name, value));
    }

    private Optional<Login> script(Part script) {
        var file = script.require("file", this::file).orElse(directory);
        var engine = script.text("engine").orElse("");
        var username = variable(script, "username-from");
        var password = variable(script, "password-from");
        var loggedIn = script.require("logged-in", LoginReader::pattern).orElse("");
        var loggedOut = script.get("logged-out", LoginReader::pattern).orElse("");
        return script.map().map(any -> new Login.Script(file, engine, username, password, loggedIn, loggedOut));
    }

    private static String variable(Part part, String key) {
        return part.require(key, YamlValue::text).orElse("");
    }

    private static String pattern(YamlValue value) {
        try {
            return Pattern.compile(value.text()).pattern();
        } catch (PatternSyntaxException e) {
            throw value.wrong("'%s' is no regular expression: %s".formatted(value.text(), e.getDescription()));
        }
    }

    private static String data(YamlValue value) {
        if (!value.text().contains("{%username%}") || !value.text().contains("{%password%}")) {
            throw value.wrong(
                    "'data' holds the fields as they are sent, with {%username%} and {%password%} where they go");
        }
        return value.text();
    }

    private Path file(YamlValue value) {
        var file = directory.resolve(value.text()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw value.wrong("there is no script %s".formatted(file));
        }
        return file;
    }
}
