package dev.gatehouse.policy.train;

import dev.gatehouse.findings.BadInput;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** How often a kind of release is due. */
public sealed interface Cadence {
    Pattern SHAPE = Pattern.compile("(?:every )?(?:([1-9][0-9]{0,2}) )?(week|month|quarter|year)s?");

    /** Every so many weeks, counted from the anchor. */
    record Weeks(int count) implements Cadence {
        @Override
        public String toString() {
            return count == 1 ? "every week" : "every %d weeks".formatted(count);
        }
    }

    /** Every so many months, counted from the anchor; a quarter is three. */
    record Months(int count) implements Cadence {
        @Override
        public String toString() {
            return count == 1 ? "every month" : "every %d months".formatted(count);
        }
    }

    /** Whenever it is ready. */
    record AnyTime() implements Cadence {
        @Override
        public String toString() {
            return "any time";
        }
    }

    /** Reads {@code every 2 weeks}, {@code every quarter}, {@code any time}; throws {@link BadInput} for all else. */
    static Cadence parse(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        if (words.equals("any time")) {
            return new AnyTime();
        }
        var match = SHAPE.matcher(words);
        if (!match.matches()) {
            throw new BadInput(
                    "'%s' is no cadence: write every 2 weeks, every month, every quarter or any time".formatted(text));
        }
        int count = match.group(1) == null ? 1 : Integer.parseInt(match.group(1));
        return switch (match.group(2)) {
            case "week" -> new Weeks(count);
            case "month" -> new Months(count);
            case "quarter" -> new Months(3 * count);
            default -> new Months(12 * count);
        };
    }

    default boolean isPeriodic() {
        return !(this instanceof AnyTime);
    }

    /** The day that is {@code periods} periods after {@code anchor}; of a month too short for it, the last day. */
    default LocalDate after(LocalDate anchor, long periods) {
        if (this instanceof Weeks weeks) {
            return anchor.plusWeeks(periods * weeks.count());
        }
        if (this instanceof Months months) {
            return anchor.plusMonths(periods * months.count());
        }
        throw new IllegalStateException("any time has no periods");
    }

    /** Most days that a period can have. */
    default int longestDays() {
        return this instanceof Months months ? 31 * months.count() : shortestDays();
    }

    /** Fewest days that a period can have. */
    default int shortestDays() {
        if (this instanceof Weeks weeks) {
            return 7 * weeks.count();
        }
        return this instanceof Months months ? 28 * months.count() : 0;
    }
}
