package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills templates; whatever is put in is escaped by where it stands. */
final class Renderer {
    private static final String PACKAGE = "dev.gatehouse.server.templates";
    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("approved", "Your approval is recorded."),
            Map.entry("rejected", "Your rejection is recorded."),
            Map.entry("published", "Published. The edge serves the new document."),
            Map.entry("minimum", "The minimum is moved. The edge serves the new document."),
            Map.entry("blocked", "The version is blocked. The edge serves the new document."),
            Map.entry("retired", "The version is retired."),
            Map.entry("granted", "The grant is recorded."),
            Map.entry("revoked", "That is ended, and recorded."),
            Map.entry("retried", "The next build tries it at once. That is recorded."),
            Map.entry("dropped", "It is dropped, and why is recorded."),
            Map.entry("password", "Your password is changed, and your other sessions have ended."));

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Renderer.class.getClassLoader(), PACKAGE);
    private final ControlRoom room;

    Renderer(ControlRoom room) {
        this.room = room;
    }

    /** A page for somebody who is signed in. */
    Reply page(Request request, Visitor visitor, String template, String title, String place, Map<String, ?> model) {
        var message =
                request.query("done").map(key -> DONE.getOrDefault(key, "")).orElse("");
        return page(visitor, template, title, place, model, message, 200);
    }

    /** The same with a message and a status of its own. */
    Reply page(
            Visitor visitor,
            String template,
            String title,
            String place,
            Map<String, ?> model,
            String message,
            int status) {
        var now = room.now();
        var support = room.look(state -> state.access().grants().stream()
                .filter(grant -> grant.support() && grant.isActive(now))
                .toList());
        var shell = new Shell(
                title,
                place,
                visitor.person().name(),
                visitor.formToken(),
                visitor.person().is(Role.ADMINISTRATOR),
                support,
                message,
                status >= 400,
                visitor.ledger());
        return render(template, shell, model, status);
    }

    /** A page for whoever is not signed in. */
    Reply open(String template, String title, Map<String, ?> model, String message, int status) {
        var shell = new Shell(title, "", "", "", false, List.of(), message, status >= 400, 0);
        return render(template, shell, model, status);
    }

    private Reply render(String template, Shell shell, Map<String, ?> model, int status) {
        var all = new HashMap<String, Object>(model);
        all.put("shell", shell);
        var out = new StringOutput();
        engine.render(template + ".jte", all, out);
        return Reply.html(status, out.toString());
    }
}
