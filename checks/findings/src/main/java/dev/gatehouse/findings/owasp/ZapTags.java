package dev.gatehouse.findings.owasp;

import dev.gatehouse.findings.model.OwaspCategory;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the categories that ZAP's alerts bring along as tags, such as {@code OWASP_2021_A03}. */
final class ZapTags {
    private static final Pattern TAG = Pattern.compile("OWASP_(\\d{4})_A(\\d{1,2})(=.*)?", Pattern.DOTALL);

    private ZapTags() {}

    static List<OwaspCategory> of(List<String> tags, OwaspEdition edition) {
        return tags.stream()
                .map(TAG::matcher)
                .filter(tag -> tag.matches() && tag.group(1).equals(edition.year()))
                .flatMap(tag -> edition.category(Integer.parseInt(tag.group(2))).stream())
                .map(category -> category.asCategory(false))
                .distinct()
                .toList();
    }
}
