package dev.gatehouse.server.edge.source;

import dev.gatehouse.server.edge.store.Documents;

/** Where documents come from. Each source works on a thread of its own and only offers; the store decides. */
public interface DocumentSource extends AutoCloseable {

    /**
     * Offers what there is now, then goes on to offer what changes, until it is closed. Trouble on the way is told in
     * the log and tried again.
     */
    void start(Documents documents);

    /** The source's name for messages; holds no secret. */
    String name();

    @Override
    void close();
}
