package dev.gatehouse.jenkins.versions;

import hudson.Extension;
import hudson.security.csrf.CrumbExclusion;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Nothing there changes anything, so a POST is told so (405) and not asked for a crumb first. */
@Extension
public final class AppVersionsCrumb extends CrumbExclusion {

    @Override
    public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getPathInfo();
        if (path == null || !path.startsWith('/' + AppVersions.NAME + '/')) {
            return false;
        }
        chain.doFilter(request, response);
        return true;
    }
}
