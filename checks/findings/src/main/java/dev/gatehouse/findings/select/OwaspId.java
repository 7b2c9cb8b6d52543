package dev.gatehouse.findings.select;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A category of one edition of the OWASP Top 10, such as {@code A05:2025}.
 *
 * @param number from 1 to 10
 */
record OwaspId(int number, String edition) {
    private static final Pattern FORM = Pattern.compile("A0?([1-9]|10):(2017|2021|2025)");

    static OwaspId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadInput(
                    "'%s' is no OWASP category: write it with its edition, such as A05:2025".formatted(text));
        }
        return new OwaspId(Integer.parseInt(form.group(1)), form.group(2));
    }

    String label() {
        return (edition.equals("2017") ? "A%d:%s" : "A%02d:%s").formatted(number, edition);
    }

    /** Whether the finding is of this category; editions write the number with or without a leading zero. */
    boolean holds(Finding finding) {
        return finding.owasp().getOrDefault(edition, List.of()).stream()
                .map(category -> FORM.matcher(category.id()))
                .anyMatch(form -> form.matches() && Integer.parseInt(form.group(1)) == number);
    }
}
