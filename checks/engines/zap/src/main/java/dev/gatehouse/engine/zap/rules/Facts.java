package dev.gatehouse.engine.zap.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rule says about itself.
 *
 * @param id of the rule, in a range that ZAP's own rules do not use
 * @param risk 1 low, 2 medium, 3 high, as ZAP counts
 * @param owasp2025 and owasp2021 rank of the category that the weakness belongs to
 */
record Facts(
        int id, String name, int risk, int cwe, int owasp2025, int owasp2021, String description, String solution) {

    /** Tags in ZAP's notation; the values, addresses of explanations there, are left empty. */
    Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        tags.put("OWASP_2025_A%02d".formatted(owasp2025), "");
        tags.put("OWASP_2021_A%02d".formatted(owasp2021), "");
        tags.put("CWE-" + cwe, "");
        return tags;
    }
}
