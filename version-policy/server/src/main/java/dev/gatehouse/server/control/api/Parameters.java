package dev.gatehouse.server.control.api;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.web.Request;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Parameters of the query; a plus sign stays one, since versions have it. */
final class Parameters {
    private Parameters() {}

    static boolean isDryRun(Request request) {
        return request.target().parameter("dryRun").filter("true"::equals).isPresent();
    }

    static String required(Request request, String name) {
        return request.target()
                .parameter(name)
                .orElseThrow(() -> new BadInput("the parameter '%s' is missing".formatted(name)));
    }

    static String text(Request request, String name) {
        return request.target().parameter(name).orElse("");
    }

    /** A date as 2026-12-31. */
    static Optional<LocalDate> day(Request request, String name) {
        return request.target().parameter(name).map(text -> {
            try {
                var day = LocalDate.parse(text);
                if (day.getYear() >= 1970 && day.getYear() <= 2999) {
                    return day;
                }
            } catch (DateTimeException e) {
                throw new BadInput("the parameter '%s' is a date such as 2026-12-31".formatted(name), e);
            }
            throw new BadInput("the parameter '%s' is a date between 1970 and 2999".formatted(name));
        });
    }

    static int number(Request request, String name, int usual, int least, int most) {
        var text = request.target().parameter(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("[0-9]{1,9}")
                || Integer.parseInt(text.get()) < least
                || Integer.parseInt(text.get()) > most) {
            throw new BadInput("the parameter '%s' is a number from %d to %d".formatted(name, least, most));
        }
        return Integer.parseInt(text.get());
    }
}
