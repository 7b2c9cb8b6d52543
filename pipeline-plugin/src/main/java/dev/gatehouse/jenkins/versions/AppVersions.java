package dev.gatehouse.jenkins.versions;

import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.edge.Methods;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import hudson.Extension;
import hudson.model.UnprotectedRootAction;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * {@code app-versions/APP/PLATFORM/policy} and {@code …/check}, for whoever asks, without signing in. What is answered is
 * what an edge answers; switched off, there is nothing at this address.
 */
@Extension
public final class AppVersions implements UnprotectedRootAction {
    static final String NAME = "app-versions";

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public @Nullable String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return NAME;
    }

    /** Answers whatever is below; nothing else of this object can be reached. */
    public void doDynamic(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        if (!GatehouseConfiguration.get().isAppVersionsEndpoint()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var asked = ServletAsked.below(request.getContextPath() + '/' + NAME, request);
        send(answer(SignedDocuments.get().pages(), asked), response);
    }

    /** @param asked with a target as the edge's own */
    static Answer answer(AppPages pages, Asked asked) {
        return Methods.fitting(asked, Methods.reads(asked) ? pages.answer(asked) : Methods.NOT_ALLOWED);
    }

    static void send(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.head().forEach(response::setHeader);
        if (answer.tellsLength()) {
            response.setContentLength(answer.contentLength());
        }
        var out = response.getOutputStream();
        for (var piece : answer.sent()) {
            out.write(piece);
        }
    }
}
