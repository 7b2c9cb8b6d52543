package shop.cart;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Random;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A04:2025, CWE-330: whoever knows the time of day knows the next coupon. */
public final class Coupon extends TwinServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new Random(System.currentTimeMillis()).nextLong(), response);
    }

    /** From the operating system's random numbers. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new SecureRandom().nextLong(), response);
    }

    private static void show(long number, HttpServletResponse response) throws IOException {
        Page.send(response, "Get a coupon", "<p>Ten per cent off: <code>" + Long.toHexString(number) + "</code></p>");
    }
}
