package shop.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.store.Database;
import shop.web.Page;
import shop.web.TwinServlet;

/** A05:2025, CWE-89: the search text becomes part of the SQL. */
public final class ProductSearch extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private final transient Database database;

    public ProductSearch(Database database) {
        this.database = database;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var text = parameter(request, "q");
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name, price FROM product WHERE listed AND name LIKE '%" + text + "%'")) {
            show(rows, response);
        }
    }

    /** The text is a parameter of the statement and stays data. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var text = parameter(request, "q");
        try (var connection = database.connect();
                var statement =
                        connection.prepareStatement("SELECT name, price FROM product WHERE listed AND name LIKE ?")) {
            statement.setString(1, "%" + text + "%");
            try (var rows = statement.executeQuery()) {
                show(rows, response);
            }
        }
    }

    private static void show(ResultSet rows, HttpServletResponse response) throws Exception {
        Page.send(response, "Find a product", Page.form("get", "q", "Name", "tea") + table(rows));
    }

    private static String table(ResultSet rows) throws SQLException {
        var table = new StringBuilder("<table>");
        while (rows.next()) {
            table.append("<tr><td>").append(Encode.forHtml(rows.getString(1)));
            table.append("</td><td>").append(Encode.forHtml(rows.getString(2))).append("</td></tr>");
        }
        return table.append("</table>").toString();
    }
}
