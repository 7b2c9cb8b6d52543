package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.regex.Pattern;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a stray quote make the database complain? */
public final class SqlByError extends ParameterRule {
    /** What the error messages of the common databases and their drivers have in common with nothing else. */
    private static final Pattern COMPLAINT = Pattern.compile(
            "Syntax error in SQL statement|org\\.h2\\.jdbc\\.\\w+|PSQLException|unterminated quoted (string|identifier)"
                    + "|You have an error in your SQL syntax|ORA-\\d{5}|quoted string not properly terminated"
                    + "|Unclosed quotation mark|SQLServerException|SQLITE_ERROR|unrecognized token: \"|java\\.sql\\.SQL\\w+"
                    + "|org\\.hsqldb|ERROR 42X01|DB2 SQL error|SQLSTATE\\[");

    public SqlByError() {
        super(sql(960002, "SQL injection, by error message"));
    }

    static Facts sql(int id, String name) {
        return new Facts(
                id,
                name,
                Alert.RISK_HIGH,
                89,
                5,
                3,
                "A value of the request becomes part of an SQL statement, so a visitor can read and change what the"
                        + " application's database account can.",
                "Pass values as parameters of a prepared statement.");
    }

    @Override
    void attack(Attack attack) throws IOException {
        for (var stray : new String[] {"'", "\"", "')"}) {
            if (attack.over()) {
                return;
            }
            var payload = attack.value() + stray;
            var answer = attack.with(payload);
            var complaint = answer.first(COMPLAINT);
            if (complaint.isPresent() && !attack.before().body().contains(complaint.get())) {
                attack.succeeded(answer, payload, complaint.get(), Alert.CONFIDENCE_MEDIUM);
                knowledge().add(attack.page().getRequestHeader().getURI(), known(attack.parameter()), true);
                return;
            }
        }
    }

    /** What the other rule for SQL asks for, to not report a parameter twice. */
    static String known(String parameter) {
        return "gatehouse sql " + parameter;
    }
}
