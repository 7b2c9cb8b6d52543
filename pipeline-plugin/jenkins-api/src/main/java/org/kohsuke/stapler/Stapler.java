package org.kohsuke.stapler;

import dev.gatehouse.jenkins.api.Signature;

public class Stapler extends jakarta.servlet.http.HttpServlet {
    public Stapler() {
        throw Signature.only();
    }

    public void invoke(
            jakarta.servlet.http.HttpServletRequest a, jakarta.servlet.http.HttpServletResponse b, Object c, String d)
            throws java.io.IOException, jakarta.servlet.ServletException {
        throw Signature.only();
    }

    public void forward(
            jakarta.servlet.RequestDispatcher a,
            org.kohsuke.stapler.StaplerRequest2 b,
            jakarta.servlet.http.HttpServletResponse c)
            throws jakarta.servlet.ServletException, java.io.IOException {
        throw Signature.only();
    }

    public static org.kohsuke.stapler.StaplerRequest2 getCurrentRequest2() {
        throw Signature.only();
    }
}
