package dev.gatehouse.server.http.fast;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose request does not arrive in time, however busily it drips. Stands before the decoder, where the
 * first byte of a request is seen; {@link FastPath} tells it when a request is whole. Used on the channel's thread only.
 */
final class Deadline extends ChannelInboundHandlerAdapter {
    private final Duration limit;
    private boolean waiting;
    private @Nullable ScheduledFuture<?> end;

    Deadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        waiting = true;
        context.fireChannelRead(bytes);
    }

    /** Most requests are whole by now, so hardly any connection ever costs a timer. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (waiting && end == null) {
            end = context.executor().schedule(() -> end(context), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        requestIsWhole();
        context.fireChannelInactive();
    }

    private static void end(ChannelHandlerContext context) {
        var unused = context.close();
    }

    void requestIsWhole() {
        waiting = false;
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
