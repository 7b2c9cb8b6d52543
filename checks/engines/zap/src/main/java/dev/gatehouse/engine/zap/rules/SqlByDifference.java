package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.List;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a condition that holds give the page, and one that does not hold another? */
public final class SqlByDifference extends ParameterRule {

    /** Ends of a value, after which the rest of the statement still is one: a true and a false condition. */
    private record Pair(String holds, String fails) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("' AND '1'='1", "' AND '1'='2"),
            new Pair(" AND 1=1", " AND 1=2"),
            new Pair("%' AND '1%'='1", "%' AND '1%'='2"));

    public SqlByDifference() {
        super(SqlByError.sql(960003, "SQL injection, by difference of conditions"));
    }

    @Override
    public String[] getDependency() {
        return new String[] {SqlByError.class.getSimpleName()};
    }

    @Override
    void attack(Attack attack) throws IOException {
        var known =
                knowledge().getBoolean(attack.page().getRequestHeader().getURI(), SqlByError.known(attack.parameter()));
        if (known || attack.value().isEmpty()) {
            return;
        }
        var usual = page(attack, attack.value(), "");
        if (!usual.equals(page(attack, attack.value(), ""))) {
            return; // the page is never twice the same: nothing can be told from a difference
        }
        for (var pair : PAIRS) {
            if (attack.over()) {
                return;
            }
            if (decides(attack, usual, pair)) {
                var payload = attack.value() + pair.fails();
                attack.succeeded(attack.with(payload), payload, "", Alert.CONFIDENCE_MEDIUM);
                return;
            }
        }
    }

    /** Twice, so that chance does not look like a condition. */
    private static boolean decides(Attack attack, String usual, Pair pair) throws IOException {
        for (int i = 0; i < 2; i++) {
            if (!page(attack, attack.value(), pair.holds()).equals(usual)
                    || page(attack, attack.value(), pair.fails()).equals(usual)) {
                return false;
            }
        }
        return true;
    }

    /** The answer without what came back of the value itself. */
    private static String page(Attack attack, String value, String end) throws IOException {
        var answer = attack.with(value + end);
        return answer.status() + "\n"
                + (end.isEmpty() ? answer.body() : answer.body().replace(end, ""));
    }
}
