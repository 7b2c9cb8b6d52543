package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;

/** Does what a form asks for; a refusal is told on the page that the form stands on. */
final class Acting {
    private final Mistakes mistakes;

    Acting(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The page again, with a sentence and a status. */
    interface Again {
        Reply page(String message, int status);
    }

    Reply act(Runnable deed, String next, Again again) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            var told = mistakes.of(e);
            return again.page(told.detail(), told.status());
        }
        return Reply.seeOther(next);
    }
}
