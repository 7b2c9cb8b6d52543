package dev.gatehouse.server.log;

import java.util.Map;

/** Tells an operator what happened. Fields are about documents and files, never about a client. */
public interface EventLog {

    /** Something worth knowing. */
    void info(String event, Map<String, String> fields);

    /** Something that somebody should look at now. */
    void alarm(String event, Map<String, String> fields);
}
