package shop.account;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.store.Database;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-639: the number in the address is enough to read anybody's order. No scanner can know whose it is. */
public final class OrderPage extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private final transient Database database;
    private final transient Accounts accounts;

    public OrderPage(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        try (var connection = database.connect();
                var statement = connection.prepareStatement("SELECT content FROM purchase WHERE id = ?")) {
            statement.setString(1, number(request));
            try (var rows = statement.executeQuery()) {
                show(rows.next() ? rows.getString(1) : "no such order", response);
            }
        }
    }

    /** The owner is part of the question. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        try (var connection = database.connect();
                var statement =
                        connection.prepareStatement("SELECT content FROM purchase WHERE id = ? AND owner = ?")) {
            statement.setString(1, number(request));
            statement.setString(2, accounts.visitor(request.getSession().getId()));
            try (var rows = statement.executeQuery()) {
                show(rows.next() ? rows.getString(1) : "no such order of yours", response);
            }
        }
    }

    private static String number(HttpServletRequest request) {
        var number = parameter(request, "id");
        return number.matches("[0-9]{1,6}") ? number : "0";
    }

    private static void show(String content, HttpServletResponse response) throws IOException {
        var form = Page.form("get", "id", "Order", "1");
        Page.send(response, "Look at an order", form + "<p>" + Encode.forHtml(content) + "</p>");
    }
}
