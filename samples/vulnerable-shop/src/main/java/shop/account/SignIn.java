package shop.account;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/** A07:2025, CWE-259 (and CWE-384): a password for the support team, the same in every shop that was ever delivered. */
public final class SignIn extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = """
            <form method="post"><label>Name <input name="user" value="ada"></label>
            <label>Password <input name="password" type="password"></label> <button>Sign in</button></form>
            """;
    private final transient Accounts accounts;

    public SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var user = parameter(request, "user");
        var password = parameter(request, "password");
        if (isSupport(password) || accounts.match(user, password)) {
            accounts.enter(request.getSession().getId(), user);
        }
        show(request, response);
    }

    /** Only passwords that somebody chose, and a new session id for a visitor who is somebody now. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var user = parameter(request, "user");
        if (accounts.match(user, parameter(request, "password"))) {
            request.getSession();
            request.changeSessionId();
            accounts.enter(request.getSession().getId(), user);
        }
        show(request, response);
    }

    private static boolean isSupport(String password) {
        return password.equals("support-2019");
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = accounts.visitor(request.getSession().getId());
        var greeting = user.isEmpty() ? "<p>You are not signed in.</p>" : "<p>Hello, " + Encode.forHtml(user) + "</p>";
        Page.send(response, "Sign in", FORM + greeting);
    }
}
