package dev.gatehouse.policy.edge.http;

/**
 * A whole answer in prepared pieces. The pieces are shared between answers and never changed; a server copies them, one
 * behind the other, into the buffer that it sends.
 */
public final class Answer {
    private static final byte[][] NOTHING = {};

    private final Head head;
    private final byte[][] body;
    private final int length;
    private final boolean bodySent;

    private Answer(Head head, byte[][] body, boolean bodySent) {
        this.head = head;
        this.body = body;
        this.bodySent = bodySent;
        int sum = 0;
        for (var piece : body) {
            sum += piece.length;
        }
        this.length = sum;
    }

    public static Answer of(Head head, byte[]... body) {
        return new Answer(head, body, true);
    }

    public static Answer empty(Head head) {
        return new Answer(head, NOTHING, true);
    }

    /** The answer to HEAD: the same fields, the same Content-Length, no content (RFC 9110 §9.3.2). */
    public Answer withoutBody() {
        return new Answer(head, body, false);
    }

    public Head head() {
        return head;
    }

    public int status() {
        return head.status();
    }

    /** Bytes of the content, whether it is sent or not. */
    public int contentLength() {
        return length;
    }

    /** Whether Content-Length is told: a 304 has none, since it speaks of the content that the client has. */
    public boolean tellsLength() {
        return head.status() != 304;
    }

    /** The pieces to send, in order. */
    public byte[][] sent() {
        return bodySent ? body : NOTHING;
    }

    /** The content as one array, for tests and for servers that cannot send pieces. */
    public byte[] content() {
        var all = new byte[bodySent ? length : 0];
        int at = 0;
        for (var piece : sent()) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
