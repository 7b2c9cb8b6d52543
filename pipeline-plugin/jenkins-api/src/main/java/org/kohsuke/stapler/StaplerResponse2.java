package org.kohsuke.stapler;

public interface StaplerResponse2 extends jakarta.servlet.http.HttpServletResponse {
    void forward(Object a, String b, org.kohsuke.stapler.StaplerRequest2 c)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void forwardToPreviousPage(org.kohsuke.stapler.StaplerRequest2 a)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void sendRedirect2(String a) throws java.io.IOException;

    void sendRedirect(int a, String b) throws java.io.IOException;

    void serveFile(org.kohsuke.stapler.StaplerRequest2 a, java.net.URL b)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveFile(org.kohsuke.stapler.StaplerRequest2 a, java.net.URL b, long c)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveLocalizedFile(org.kohsuke.stapler.StaplerRequest2 a, java.net.URL b)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveLocalizedFile(org.kohsuke.stapler.StaplerRequest2 a, java.net.URL b, long c)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveFile(org.kohsuke.stapler.StaplerRequest2 a, java.io.InputStream b, long c, long d, long e, String f)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveFile(org.kohsuke.stapler.StaplerRequest2 a, java.io.InputStream b, long c, long d, int e, String f)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveFile(org.kohsuke.stapler.StaplerRequest2 a, java.io.InputStream b, long c, long d, String e)
            throws jakarta.servlet.ServletException, java.io.IOException;

    void serveFile(org.kohsuke.stapler.StaplerRequest2 a, java.io.InputStream b, long c, int d, String e)
            throws jakarta.servlet.ServletException, java.io.IOException;

    java.io.OutputStream getCompressedOutputStream(jakarta.servlet.http.HttpServletRequest a)
            throws java.io.IOException;

    java.io.Writer getCompressedWriter(jakarta.servlet.http.HttpServletRequest a) throws java.io.IOException;

    int reverseProxyTo(java.net.URL a, org.kohsuke.stapler.StaplerRequest2 b) throws java.io.IOException;
}
