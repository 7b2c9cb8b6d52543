package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.settings.Login;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The credentials of a scan, read from the environment when they are needed and told to nobody but ZAP. */
public final class Credentials {
    private final Map<String, String> environment;

    public Credentials(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** A sentence on the first variable that is not set, if one is not. */
    public Optional<String> missing(@Nullable Login login) {
        return names(login)
                .filter(name -> environment.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> "the environment variable %s, which the log-in needs, is not set".formatted(name));
    }

    /** All that must not be in a report. */
    public List<String> secrets(@Nullable Login login) {
        return names(login).map(this::value).filter(value -> !value.isEmpty()).toList();
    }

    String value(String name) {
        return environment.getOrDefault(name, "");
    }

    private static Stream<String> names(@Nullable Login login) {
        if (login instanceof Login.Form form) {
            return Stream.of(form.usernameFrom(), form.passwordFrom());
        }
        if (login instanceof Login.Script script) {
            return Stream.of(script.usernameFrom(), script.passwordFrom());
        }
        return login instanceof Login.Header header ? Stream.of(header.valueFrom()) : Stream.empty();
    }
}
