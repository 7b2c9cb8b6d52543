package dev.gatehouse.policy.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** Writes an IEEE 754 double as ECMAScript's Number::toString does, which RFC 8785 section 3.2.2.3 asks for. */
final class EcmaNumber {
    /** Seventeen significant digits tell any two doubles apart. */
    private static final int ENOUGH_DIGITS = 17;

    private static final double EXACT_INTEGERS = 0x1p53;

    private EcmaNumber() {}

    static String of(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        if (number == Math.rint(number) && Math.abs(number) < EXACT_INTEGERS) {
            return Long.toString((long) number);
        }
        return (number < 0 ? "-" : "") + positive(shortest(Math.abs(number)));
    }

    /** The decimal with the fewest digits that reads back as {@code number}; of several the closest. */
    private static BigDecimal shortest(double number) {
        var exact = new BigDecimal(number);
        for (int digits = 1; digits <= ENOUGH_DIGITS; digits++) {
            int precision = digits;
            var found = Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                    .map(mode -> exact.round(new MathContext(precision, mode)))
                    .filter(candidate -> candidate.doubleValue() == number)
                    .min((a, b) -> distance(a, exact).compareTo(distance(b, exact)));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("17 digits do not hold " + number);
    }

    private static BigDecimal distance(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs();
    }

    /** {@code point} is the place of the decimal point, counted from the first digit. */
    private static String positive(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        var digits = stripped.unscaledValue().toString();
        int point = digits.length() - stripped.scale();
        if (point > 21 || point <= -6) {
            var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return point > 0
                ? digits.substring(0, point) + "." + digits.substring(point)
                : "0." + "0".repeat(-point) + digits;
    }
}
