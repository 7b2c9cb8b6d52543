package hudson.security.csrf;

import dev.gatehouse.jenkins.api.Signature;

public abstract class CrumbExclusion implements hudson.ExtensionPoint {
    public CrumbExclusion() {
        throw Signature.only();
    }

    public boolean process(
            jakarta.servlet.http.HttpServletRequest a,
            jakarta.servlet.http.HttpServletResponse b,
            jakarta.servlet.FilterChain c)
            throws java.io.IOException, jakarta.servlet.ServletException {
        throw Signature.only();
    }
}
