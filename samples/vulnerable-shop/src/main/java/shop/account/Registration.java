package shop.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A04:2025, CWE-328: the same password has the same MD5 everywhere, and a list of them exists. */
public final class Registration extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = """
            <form method="post"><label>Password <input name="password" type="password"></label>
            <button>Register</button></form>
            """;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var digest = MessageDigest.getInstance("MD5");
        show(
                HexFormat.of()
                        .formatHex(digest.digest(parameter(request, "password").getBytes(StandardCharsets.UTF_8))),
                response);
    }

    /** Salted, and slow on purpose. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        show(Accounts.stored(parameter(request, "password")), response);
    }

    private static void show(String stored, HttpServletResponse response) throws IOException {
        Page.send(response, "Register", FORM + "<p>The shop would store <code>" + stored + "</code></p>");
    }
}
