package dev.gatehouse.policy.edge.http;

/** The weight of an item in a list of preferences, {@code q=0.5} (RFC 9110 §12.4.2). */
final class Weight {
    private static final int FULL = 1000;

    private Weight() {}

    /** In thousandths, 0 to 1000; a weight that cannot be read counts as full. */
    static int of(String parameters) {
        for (var parameter : parameters.split(";", -1)) {
            var text = parameter.strip();
            if (text.startsWith("q=") || text.startsWith("Q=")) {
                return thousandths(text.substring(2).strip());
            }
        }
        return FULL;
    }

    private static int thousandths(String text) {
        if (!text.matches("[01](\\.[0-9]{0,3})?")) {
            return FULL;
        }
        int value = 0;
        for (int i = 0; i < 5; i++) {
            if (i != 1) {
                value = value * 10 + (i < text.length() ? text.charAt(i) - '0' : 0);
            }
        }
        return Math.min(value, FULL);
    }
}
